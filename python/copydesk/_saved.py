"""Tables in a folder: Parquet files that a manifest names with their checksums, and files that appear all at once."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import _core
from .errors import ModelFormatError

FORMAT = "copydesk report"
VERSION = 1
MANIFEST = "manifest.json"
TABLES = ("articles", "attributions", "claims")
OPTIONAL = ("aside",)
"""Tables that a report may be without."""


def check_folder(path: Path) -> None:
    """Raises FileNotFoundError, with its name, if the folder that a file is to stand in is missing, and IsADirectoryError if
    the file is a folder itself."""
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder; name a file")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"{path}: there is no folder {path.parent}")


def replace(path: Path, data: bytes) -> None:
    """Writes a file beside its place and renames it: who reads sees the old one or the new one, whole."""
    check_folder(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """The mode that the file has, or that a new file would have."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def parquet(table: Any) -> bytes:
    """A table as a Parquet file."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ImportError("Parquet needs pyarrow: pip install 'copydesk[pandas]'") from None
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(table), out, compression="zstd")
    return out.getvalue()


def write(folder: Path, tables: Mapping[str, _core.Table], about: Mapping[str, Any]) -> None:
    """Writes tables and what is known about them; the new manifest makes them valid, then what it replaced goes."""
    old = _files_of(folder)
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, table in tables.items():
        data = parquet(table)
        digest = hashlib.sha256(data).hexdigest()
        file = f"{name}-{digest[:12]}.parquet"
        files[name] = {"file": file, "sha256": digest, "rows": table.num_rows}
        replace(folder / file, data)
    manifest = {"format": FORMAT, "version": VERSION, "copydesk": _core.__version__, "files": files, **about}
    replace(folder / MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
    for name in old - {entry["file"] for entry in files.values()}:
        (folder / name).unlink(missing_ok=True)


def check_free(folder: Path) -> None:
    """Raises FileExistsError if something else than a report stands in the place of a folder."""
    _files_of(folder)


def _files_of(folder: Path) -> set[str]:
    """The files of the report that stands in the folder.

    Raises:
        FileExistsError: something else stands there.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["format"] == FORMAT:
            names = {entry["file"] for entry in manifest["files"].values()}
            return {name for name in names if Path(name).name == name and name.endswith(".parquet")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    raise FileExistsError(f"{folder} holds something else than a report")


def damaged(folder: Path, reason: str) -> ModelFormatError:
    """The error for a folder that cannot be read."""
    return ModelFormatError(f"{folder}: {reason}")


def read(folder: Path) -> tuple[dict[str, _core.Table], dict[str, Any]]:
    """What `write` wrote: the tables, and what the manifest says besides."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise ImportError("Parquet needs pyarrow: pip install 'copydesk[pandas]'") from None
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        if not folder.exists():
            raise FileNotFoundError(f"there is no folder {folder}") from None
        raise damaged(folder, f"there is no {MANIFEST}, so it is no report that `save` wrote") from None
    except (OSError, ValueError, RecursionError) as error:
        raise damaged(folder, f"{MANIFEST} cannot be read: {error}") from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise damaged(folder, "it is no report")
    if manifest.get("version") != VERSION:
        raise damaged(folder, f"version {manifest.get('version')!r}, this copydesk reads version {VERSION}")
    tables = {}
    held = manifest.get("files")
    there = [name for name in OPTIONAL if isinstance(held, dict) and name in held]
    for name in (*TABLES, *there):
        try:
            entry = manifest["files"][name]
            file, digest, rows = str(entry["file"]), entry["sha256"], entry["rows"]
        except (KeyError, TypeError):
            raise damaged(folder, f"{MANIFEST} names no {name}") from None
        if Path(file).name != file:
            raise damaged(folder, f"{MANIFEST} names a file outside the folder")
        try:
            data = (folder / file).read_bytes()
        except OSError as error:
            raise damaged(folder, f"{file}: {error.strerror}") from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise damaged(folder, f"{file} is damaged: its checksum differs")
        tables[name] = _core.Table.from_arrow(pyarrow.parquet.read_table(io.BytesIO(data)))
        if tables[name].num_rows != rows:
            raise damaged(folder, f"{file} has {tables[name].num_rows} rows, not {rows}")
    return tables, {key: value for key, value in manifest.items() if key not in ("format", "version", "files")}
