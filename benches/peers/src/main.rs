//! Answers pages with their text and the CPU time that took: one JSON object a line in, one out.
//!
//! In: `{"tool": "dom_smoothie" | "trafilatura", "html": "..."}`. Out: `{"text": "...", "seconds": 0.001}`.

use std::io::{BufRead, Write};

use cpu_time::ThreadTime;

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let Ok(asked) = serde_json::from_str::<serde_json::Value>(&line) else { continue };
        let html = asked["html"].as_str().unwrap_or("");
        let tool = asked["tool"].as_str().unwrap_or("");
        let start = ThreadTime::now();
        let text = std::panic::catch_unwind(|| text(tool, html)).unwrap_or_default();
        let seconds = start.elapsed().as_secs_f64();
        let answer = serde_json::json!({"text": text, "seconds": seconds});
        if writeln!(out, "{answer}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
}

fn text(tool: &str, html: &str) -> String {
    match tool {
        "dom_smoothie" => dom_smoothie::Readability::new(html, None, None)
            .and_then(|mut readability| readability.parse())
            .map(|article| article.text_content.to_string())
            .unwrap_or_default(),
        _ => trafilatura::extract(html, &trafilatura::Options::default())
            .map(|result| result.content_text)
            .unwrap_or_default(),
    }
}
