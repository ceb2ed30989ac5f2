//! Our own threads, one pool a process, which survive a fork.
//!
//! A forked child inherits the pool's memory but none of its threads; using it would wait for ever. So the pool is kept
//! with the id of the process that made it, behind a pointer that is swapped without a lock that a fork could inherit.
//! rayon's global pool is never touched (even asking for its size would start it).

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::error::{Error, ErrorKind, Result};

struct Owned {
    process: u32,
    pool: ThreadPool,
}

static SHARED: ArcSwapOption<Owned> = ArcSwapOption::const_empty();

/// A pool for one call: the process's own, or one of just the asked size.
pub(super) enum Pool {
    Shared(Arc<OwnedPool>),
    Sized(ThreadPool),
}

/// The process's pool, opaque to callers.
pub(super) struct OwnedPool(Arc<Owned>);

impl Pool {
    pub fn get(threads: Option<usize>) -> Result<Self> {
        match threads {
            Some(threads) => Ok(Self::Sized(build(threads.max(1))?)),
            None => Ok(Self::Shared(Arc::new(OwnedPool(shared()?)))),
        }
    }

    pub fn threads(&self) -> &ThreadPool {
        match self {
            Self::Shared(owned) => &owned.0.pool,
            Self::Sized(pool) => pool,
        }
    }
}

/// One thread a core that this process may use.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn shared() -> Result<Arc<Owned>> {
    let process = std::process::id();
    if let Some(owned) = SHARED.load_full() {
        if owned.process == process {
            return Ok(owned);
        }
        // The parent's: dropping it would wait for threads that do not exist in this process.
        std::mem::forget(owned);
    }
    let fresh = Arc::new(Owned { process, pool: build(cores())? });
    std::mem::forget(SHARED.swap(Some(fresh.clone())).filter(|old| old.process != process));
    Ok(fresh)
}

fn build(threads: usize) -> Result<ThreadPool> {
    ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|i| format!("copydesk-{i}"))
        // Deep recursion never happens on these threads, but parsers like room.
        .stack_size(4 << 20)
        .build()
        .map_err(|error| Error::new(ErrorKind::Limit, format!("no threads to be had: {error}")))
}
