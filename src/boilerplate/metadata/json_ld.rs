//! The objects of a page's JSON-LD, as sites write it.

use serde_json::Value;

use super::super::html::tags::Attr;
use super::super::html::tree::{NONE, NodeId, Tree};

/// The longest script that is read, in bytes.
const MAX_SCRIPT: usize = 1 << 20;

/// The most objects taken out of a page.
const MAX_OBJECTS: usize = 400;

/// The types of a JSON-LD object.
pub(crate) fn types(object: &Value) -> impl Iterator<Item = &str> {
    let kind = object.get("@type").or_else(|| object.get("type"));
    let list = match kind {
        Some(Value::Array(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    list.iter().filter_map(Value::as_str)
}

/// Adds the objects of a script element, if it holds JSON-LD.
pub(super) fn script(tree: &Tree, id: NodeId, objects: &mut Vec<Value>) {
    if !tree.attribute(id, Attr::Type).is_some_and(|kind| kind.contains("ld+json")) {
        return;
    }
    let mut child = tree.node(id).first;
    let mut text = String::new();
    while child != NONE {
        text.push_str(tree.text_of(child));
        if text.len() > MAX_SCRIPT {
            return;
        }
        child = tree.node(child).next;
    }
    if let Some(value) = read_json(&text) {
        flatten(value, objects);
    }
}

/// JSON as sites write it: in comments, with raw line breaks inside strings, with commas behind the last item.
fn read_json(text: &str) -> Option<Value> {
    let text = text.trim();
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    serde_json::Deserializer::from_str(&repaired(bare(text))).into_iter::<Value>().next()?.ok()
}

/// What stands around JSON in pages that once were XML, or hid their scripts from old browsers.
const WRAPS: &[&str] = &["//", "/*", "*/", "<!--", "-->", "<![CDATA[", "]]>", ";"];

/// The text without comments' and sections' marks at both ends.
fn bare(text: &str) -> &str {
    let mut rest = text;
    loop {
        let before = rest.len();
        for wrap in WRAPS {
            rest = rest.strip_prefix(wrap).unwrap_or(rest).trim_start();
            rest = rest.strip_suffix(wrap).unwrap_or(rest).trim_end();
        }
        if rest.len() == before {
            break;
        }
    }
    // A name before the value: "var data = {".
    rest.find(['{', '[']).map_or(rest, |at| &rest[at..])
}

/// Outside strings, no comma behind the last item; inside, no control characters and no escapes that JSON has not.
fn repaired(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let (mut quoted, mut chars) = (false, text.chars());
    while let Some(char) = chars.next() {
        match char {
            '"' => quoted = !quoted,
            '\\' if quoted => {
                let Some(next) = chars.next() else { break };
                if "\"\\/bfnrtu".contains(next) {
                    clean.push('\\');
                }
                clean.push(if next.is_control() { ' ' } else { next });
                continue;
            }
            '}' | ']' if !quoted => {
                clean.truncate(clean.trim_end().len());
                if clean.ends_with(',') {
                    clean.pop();
                }
            }
            _ => {}
        }
        clean.push(if char.is_control() { ' ' } else { char });
    }
    clean
}

/// All objects, breadth first, with what stands in `@graph` and lists.
fn flatten(value: Value, into: &mut Vec<Value>) {
    let mut queue = std::collections::VecDeque::from([value]);
    while let Some(value) = queue.pop_front() {
        if into.len() >= MAX_OBJECTS {
            return;
        }
        match value {
            Value::Array(list) => queue.extend(list),
            Value::Object(mut object) => {
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
                    if let Some(inner @ (Value::Array(_) | Value::Object(_))) = object.get_mut(key) {
                        queue.push_back(inner.take());
                    }
                }
                into.push(Value::Object(object));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(text: &str) -> Option<String> {
        Some(read_json(text)?.get("name")?.as_str()?.to_owned())
    }

    #[test]
    fn json_is_read_as_sites_write_it() {
        for text in [
            r#"{"name": "A, ]"}"#,
            "//<![CDATA[\n{\"name\": \"A, ]\"}\n//]]>",
            "/*<![CDATA[*/{\"name\": \"A, ]\"}/*]]>*/",
            "<!--\n{\"name\": \"A, ]\"}\n-->",
            "{\"name\": \"A,\n]\", }",
            "{\"list\": [1, 2, ], \"name\": \"A, ]\",\n}\n;",
            "{\"other\": \"it\\'s\", \"name\": \"A, ]\"}",
        ] {
            assert_eq!(name(text).as_deref(), Some("A, ]"), "{text}");
        }
        assert_eq!(name("{\"name\": "), None);
        assert_eq!(name("<!-- -->"), None);
    }

    #[test]
    fn repairs_take_a_pass_over_the_text() {
        assert_eq!(read_json(&format!("[{}", ", ".repeat(300_000))), None);
        assert_eq!(read_json(&"// ".repeat(300_000)), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "(\\PC|[{}\\[\\],\"\\\\\n/*]){0,40}") {
            read_json(&text);
        }
    }
}
