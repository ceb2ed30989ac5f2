//! Addresses, topics and names of the web.

use super::chars::{Class, char_at, class, is_word};

/// The longest local part of an address, in bytes (RFC 5321).
pub(crate) const LONGEST_LOCAL: usize = 64;

/// Top-level domains under which a bare "name.tld" is an address. Those that are words of a large language ("it", "is",
/// "in", "so", "de" after a stop without its space) count only before "/".
const DOMAINS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "tv", "uk", "ru", "ua", "fr", "pl", "cz", "ch",
    "nl", "jp", "cn", "kr", "br", "au", "nz", "ca", "eu", "fi", "hu", "gr", "tr", "kz", "by", "bg", "lt", "lv", "dk",
    "app", "dev", "news", "online", "site", "xyz",
];

/// Further ones that count only before "/".
const WORD_DOMAINS: &[&str] =
    &["de", "es", "it", "in", "is", "be", "at", "me", "us", "no", "se", "pt", "ro", "co", "ly", "gl"];

/// Whether the letters before "://" name a scheme.
pub(crate) fn is_scheme(word: &[u8]) -> bool {
    [&b"http"[..], b"https", b"ftp"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme))
}

/// The end of an address of which `at` is behind the scheme.
pub(crate) fn url_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut round = 0usize;
    for c in text.get(at..).unwrap_or("").chars() {
        let stops = match class(c) {
            Class::Space | Class::Ideograph => true,
            _ => {
                matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '`' | '|' | '\\' | '^' | '{' | '}')
                    || matches!(c as u32, 0x3000..=0x303F | 0xFF00..=0xFF65)
            }
        };
        match c {
            _ if stops => break,
            '(' => round += 1,
            ')' if round == 0 => break,
            ')' => round -= 1,
            _ => {}
        }
        end += c.len_utf8();
    }
    // Punctuation at the end belongs to the sentence.
    let address = text.get(at..end).unwrap_or("");
    at + address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_', '…']).len()
}

/// The end of a bare domain, with its path, whose first label stands from `start` to `stop`, where a full stop stands.
pub(crate) fn bare_domain(text: &str, start: usize, stop: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes.get(stop + 1)?.is_ascii_alphanumeric() || !bytes[start..stop].is_ascii() {
        return None;
    }
    let end = domain_end(bytes, start);
    let domain = text.get(start..end)?;
    let (_, last) = domain.rsplit_once('.')?;
    let path = bytes.get(end) == Some(&b'/');
    let www = domain.len() > 4 && domain[..4].eq_ignore_ascii_case("www.");
    let known = DOMAINS.contains(&last) || path && WORD_DOMAINS.contains(&last);
    if !known && !www || char_at(text, end).is_some_and(|c| is_word(c) || c == '@') {
        return None;
    }
    Some(if path { url_end(text, end) } else { end })
}

/// The end of labels set apart by stops.
fn domain_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        let label = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
        end += bytes[end..].iter().take(64).take_while(label).count();
        if bytes.get(end) != Some(&b'.')
            || !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
            || end - start > 255
        {
            return end;
        }
        end += 1;
    }
}

/// The end of an e-mail address whose `@` stands at `at`; `None` if no domain follows.
pub(crate) fn email_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let end = domain_end(bytes, at + 1);
    let domain = text.get(at + 1..end)?.trim_end_matches('-');
    let (name, last) = domain.rsplit_once('.')?;
    let sound = !name.is_empty() && last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    sound.then_some(at + 1 + domain.len())
}

/// Whether a token can be part of the local part of an address.
pub(crate) fn is_local(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte))
}

/// The end of the topic or name whose `#` or `@` stands at `at`.
pub(crate) fn tag_end(text: &str, at: usize) -> Option<usize> {
    let from = at + 1;
    let mut end = from;
    let mut letters = false;
    for c in text.get(from..)?.chars() {
        let kind = class(c);
        let belongs = match kind {
            Class::Letter | Class::Digit | Class::Ideograph | Class::Katakana | Class::Unspaced => true,
            Class::Extend => end > from,
            _ => c == '_',
        };
        if !belongs {
            break;
        }
        letters |= kind != Class::Digit;
        end += c.len_utf8();
    }
    letters.then_some(end)
}
