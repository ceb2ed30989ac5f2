//! Pages as they stand: every block a line, as a browser copies them and as tools give them that leave nothing out.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use copydesk::Context;
use copydesk::boilerplate::html::training::Sample;

/// All text of the page of that name under `boilerplate` in the data; none where its HTML is not there.
pub fn whole_page(data: &str, id: &str) -> Result<Option<String>, Box<dyn std::error::Error>> {
    let path = |part: &str| Path::new(data).join(format!("boilerplate/{part}/html/{id}.html.gz"));
    let Some(path) = ["wcxb", "news"].map(path).into_iter().find(|path| path.exists()) else { return Ok(None) };
    let mut html = Vec::new();
    flate2::read::GzDecoder::new(File::open(path)?).read_to_end(&mut html)?;
    let sample = Sample::new(&String::from_utf8_lossy(&html), &Context::default())?;
    // Scraped text has empty lines between its blocks as often as not.
    let between = if id.bytes().map(u32::from).sum::<u32>() % 2 == 0 { "\n" } else { "\n\n" };
    Ok(Some(sample.blocks().map(|(text, _)| text).collect::<Vec<_>>().join(between)))
}
