"""Prepares the training data of language identification: plain files by BCP 47 code, for training/language.rs.

    python training/language.py FOLDER [--data ../shared/data] [--without-word-lists] [--without-lingua]

    FOLDER/sentences/CODE.txt   Tatoeba and the Universal Declaration of Human Rights, one sentence or paragraph a line
    FOLDER/words/CODE.txt       FrequencyWords, "word count" (CC BY-SA 4.0; left out by --without-word-lists)
    FOLDER/ngrams/CODE.fst      lingua's n-gram models, fetched by `cargo vendor` (Apache-2.0)
    FOLDER/dev/CODE.CLASS.txt   the development texts, for measuring only

Only the standard library and cargo are needed. The folder may be deleted afterwards.
"""
import argparse
import glob
import gzip
import html
import os
import re
import shutil
import subprocess
import tarfile
import tempfile

# BCP 47 code: names in Tatoeba, in the Declaration, in FrequencyWords, in lingua ("-" = none).
SOURCES = """
af afr afr - afrikaans
ak - aka_akuapem,aka_asante,aka_fante - -
ar ara arb ar arabic
az aze azj_latn,azj_cyrl - azerbaijani
be bel bel - belarusian
bg bul bul bg bulgarian
bs bos bos_latn,bos_cyrl bs bosnian
ca cat cat ca catalan
cs ces ces cs czech
cy cym cym - welsh
da dan dan da danish
de deu deu_1901,deu_1996 de german
en eng eng en english
eo epo epo - esperanto
es spa spa es spanish
et est est et estonian
eu eus eus eu basque
fa pes pes_1,pes_2 fa persian
fi fin fin fi finnish
fr fra fra fr french
ga gle gle - irish
he heb heb he hebrew
hi hin hin - hindi
hr hrv hrv hr croatian
hu hun hun hu hungarian
id ind ind id indonesian
is isl isl is icelandic
it ita ita it italian
ja jpn jpn,jpn_osaka - japanese
jv jav jav - -
kk kaz kaz - kazakh
ky - kir - -
la lat lat,lat_1 - latin
lg - lug - ganda
lt lit lit lt lithuanian
lv lvs lav lv latvian
mi - mri - maori
mk mkd mkd mk macedonian
mn mon khk - mongolian
mr mar mar - marathi
ms zsm mly_latn ms malay
nb nob nob no bokmal
ne - nep - -
nl nld nld nl dutch
nn nno nno - nynorsk
pl pol pol pl polish
pt por por_BR,por_PT pt,pt_br portuguese
ro ron ron_2006,ron_1993 ro romanian
ru rus rus ru russian
sk slk slk sk slovak
sl slv slv sl slovene
sn - sna - shona
so - som - somali
sq sqi als sq albanian
sr srp srp_cyrl,srp_latn sr serbian
st - sot - sotho
sv swe swe sv swedish
sw swh swh - swahili
tg - tgk - -
tk tuk tuk_latn - -
tl tgl tgl - tagalog
tn - tsn - tswana
tr tur tur tr turkish
ts - tso_MZ,tso_ZW - tsonga
tt tat tat - -
ug uig uig_arab - -
uk ukr ukr uk ukrainian
ur urd urd,urd_2 - urdu
uz uzb uzn_latn,uzn_cyrl - -
vi vie vie vi vietnamese
xh xho xho - xhosa
yi yid ydd - -
yo - yor - yoruba
zh cmn cmn_hans,cmn_hant zh_cn,zh_tw -
zu - zul - zulu
"""

LINGUA_VERSION = "1.3.0"

# Serbian is written in both scripts; each text is given in the other one too. The digraphs come first.
SERBIAN = [("lj", "љ"), ("nj", "њ"), ("dž", "џ")] + list(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш"))


def to_cyrillic(text):
    for latin, cyrillic in SERBIAN:
        text = text.replace(latin, cyrillic)
    return text


def to_latin(text):
    for latin, cyrillic in SERBIAN:
        text = text.replace(cyrillic, latin)
    return text


def both_scripts(lines):
    lines = [line.lower() for line in lines]
    return [to_cyrillic(line) for line in lines] + [to_latin(line) for line in lines]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def paragraphs(path):
    body = read(path).split("<body", 1)[-1]
    found = re.findall(r"<(?:p|h\d|li)[^>]*>(.*?)</(?:p|h\d|li)>", body, re.S)
    texts = [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", x)).split()) for x in found]
    return [text for text in texts if len(text) > 3]


def write(folder, name, lines):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def fetch_lingua(names, folder):
    """The n-gram models of `names`, by `cargo vendor` in a package that depends on them; their test data is deleted."""
    os.makedirs(os.path.join(folder, "src"))
    write(os.path.join(folder, "src"), "lib.rs", [])
    crates = [f'lingua-{name}-language-model = "={LINGUA_VERSION}"' for name in names]
    package = ["[package]", 'name = "ngrams"', 'version = "0.0.0"', 'edition = "2021"', "[dependencies]", *crates]
    write(folder, "Cargo.toml", package)
    subprocess.run(["cargo", "vendor", "--quiet"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for test_data in glob.glob(os.path.join(folder, "vendor", "*", "testdata")):
        shutil.rmtree(test_data)
    return {name: os.path.join(folder, "vendor", f"lingua-{name}-language-model", "models", "ngrams.fst") for name in names}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--data", default=os.environ.get("COPYDESK_DATA", "../shared/data"))
    parser.add_argument("--without-word-lists", action="store_true", help="permissive data only")
    parser.add_argument("--without-lingua", action="store_true")
    arguments = parser.parse_args()
    out, source = arguments.folder, os.path.join(arguments.data, "language")
    rows = [line.split() for line in SOURCES.split("\n") if line]
    with tempfile.TemporaryDirectory() as temporary:
        for archive in ("tatoeba", "udhr", "freqwords"):
            with tarfile.open(os.path.join(source, "train", f"{archive}.tar.xz")) as tar:
                tar.extractall(temporary, filter="data")
        models = {}
        if not arguments.without_lingua:
            models = fetch_lingua([row[4] for row in rows if row[4] != "-"], os.path.join(temporary, "lingua"))
        for code, tatoeba, declaration, lists, lingua in rows:
            sentences, words = [], []
            if tatoeba != "-":
                sentences += [line for line in read(f"{temporary}/tatoeba/{tatoeba}.txt").split("\n") if line.strip()]
            for name in declaration.split(","):
                sentences += paragraphs(f"{temporary}/udhr/{name}.html")
            if lists != "-" and not arguments.without_word_lists:
                for name in lists.split(","):
                    words += [line for line in read(f"{temporary}/freqwords/{name}_50k.txt").split("\n") if line.strip()]
            if code == "sr":
                sentences, words = both_scripts(sentences), both_scripts(words)
            write(os.path.join(out, "sentences"), f"{code}.txt", sentences)
            write(os.path.join(out, "words"), f"{code}.txt", words)
            if lingua in models:
                os.makedirs(os.path.join(out, "ngrams"), exist_ok=True)
                shutil.copyfile(models[lingua], os.path.join(out, "ngrams", f"{code}.fst"))
    for path in sorted(glob.glob(os.path.join(source, "dev", "*.txt.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            write(os.path.join(out, "dev"), os.path.basename(path)[: -len(".gz")], file.read().split("\n"))


if __name__ == "__main__":
    main()
