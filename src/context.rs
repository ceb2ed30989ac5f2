//! What every core function is handed beside its text: a flag that stops it, and the limits it keeps.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Result};

/// Bounds on what one text may cost; a text beyond them is an error of kind [`crate::ErrorKind::Limit`], never a crash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The largest text, in bytes of UTF-8 (or of the page as given).
    pub max_bytes: usize,
    /// How deep HTML elements may nest; deeper ones are flattened into their ancestor.
    pub max_depth: usize,
    /// The most items (tokens, sentences, claims) that one text may yield.
    pub max_items: usize,
}

impl Default for Limits {
    /// 256 MiB, 256 levels, 50 million items.
    fn default() -> Self {
        Self { max_bytes: 256 << 20, max_depth: 256, max_items: 50_000_000 }
    }
}

/// The cancel flag and the limits of one call. Cloning shares the flag.
///
/// ```
/// use copydesk::{Context, ErrorKind};
/// let context = Context::default();
/// assert!(context.check().is_ok());
/// context.cancel();
/// assert_eq!(context.check().unwrap_err().kind(), ErrorKind::Cancelled);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Context {
    cancelled: Arc<AtomicBool>,
    /// The limits in force.
    pub limits: Limits,
}

impl Context {
    /// A context with these limits, not cancelled.
    pub fn new(limits: Limits) -> Self {
        Self { cancelled: Arc::default(), limits }
    }

    /// Asks all work under this context to stop soon.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// An error if somebody asked to stop. Cheap: call it once a sentence, a block, a few kilobytes.
    pub fn check(&self) -> Result<()> {
        if self.is_cancelled() { Err(Error::cancelled()) } else { Ok(()) }
    }

    /// An error if a text of `bytes` is over the limit.
    pub fn check_size(&self, bytes: usize) -> Result<()> {
        if bytes > self.limits.max_bytes {
            return Err(Error::limit(format!(
                "the text has {bytes} bytes, the limit (max_bytes) is {}",
                self.limits.max_bytes
            )));
        }
        self.check()
    }

    /// An error if `items` results of one text are over the limit.
    pub fn check_items(&self, items: usize) -> Result<()> {
        if items > self.limits.max_items {
            return Err(Error::limit(format!(
                "the text yields over {} items, the limit (max_items)",
                self.limits.max_items
            )));
        }
        Ok(())
    }
}
