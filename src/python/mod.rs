//! The extension module `copydesk._core`: converts, and does nothing else.

mod columns;
mod errors;
mod input;
mod table;
mod values;

use pyo3::prelude::*;

/// The compiled core of copydesk; use the functions of `copydesk` instead, which take and return what you have.
#[pymodule]
mod _core {
    #[pymodule_export]
    use super::columns::text_lengths;
    #[pymodule_export]
    use super::table::Table;

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
