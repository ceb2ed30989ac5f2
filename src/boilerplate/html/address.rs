//! Addresses of links, made absolute.

/// Where `href` leads on a page at `base`; `None` for places on the same page and for scripts.
///
/// As the URL Standard resolves references, for the forms that stand in pages; what is malformed stays as it is.
pub(super) fn resolve(base: Option<&str>, href: &str) -> Option<String> {
    let href = href.trim();
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    if let Some(scheme) = scheme(href) {
        let harmless = ["http", "https", "mailto", "tel", "ftp"].iter().any(|one| scheme.eq_ignore_ascii_case(one));
        return harmless.then(|| href.to_owned());
    }
    let Some((scheme, rest)) = base.and_then(|base| base.split_once("://")) else { return Some(href.to_owned()) };
    if href.starts_with("//") {
        return Some(format!("{scheme}:{href}"));
    }
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if href.starts_with('?') {
        return Some(format!("{scheme}://{host}{path}{href}"));
    }
    let (target, query) = href.split_at(href.find(['?', '#']).unwrap_or(href.len()));
    let folder = if target.starts_with('/') { "" } else { path.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut steps = target.split('/').filter(|part| !part.is_empty()).peekable();
    let mut open = target.ends_with('/');
    while let Some(step) = steps.next() {
        match step {
            "." => open |= steps.peek().is_none(),
            ".." => {
                parts.pop();
                open |= steps.peek().is_none();
            }
            part => parts.push(part),
        }
    }
    let end = if open && !parts.is_empty() { "/" } else { "" };
    Some(format!("{scheme}://{host}/{}{end}{query}", parts.join("/")))
}

fn scheme(href: &str) -> Option<&str> {
    let (scheme, _) = href.split_once(':')?;
    let sound = scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    sound.then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn addresses_become_absolute() {
        let base = "https://harbour.example/news/2024/ferry.html?x=1#top";
        for (href, expected) in [
            ("https://other.example/a", Some("https://other.example/a")),
            ("//cdn.example/a", Some("https://cdn.example/a")),
            ("/sport/", Some("https://harbour.example/sport/")),
            ("/", Some("https://harbour.example/")),
            ("boats.html#late", Some("https://harbour.example/news/2024/boats.html#late")),
            ("../2023/./old", Some("https://harbour.example/news/2023/old")),
            ("../../../..", Some("https://harbour.example/")),
            ("?page=2", Some("https://harbour.example/news/2024/ferry.html?page=2")),
            ("mailto:desk@harbour.example", Some("mailto:desk@harbour.example")),
            ("javascript:void(0)", None),
            ("data:text/html,x", None),
            ("#comments", None),
            ("  ", None),
        ] {
            assert_eq!(resolve(Some(base), href).as_deref(), expected, "{href}");
        }
        assert_eq!(resolve(None, "boats.html").as_deref(), Some("boats.html"));
    }
}
