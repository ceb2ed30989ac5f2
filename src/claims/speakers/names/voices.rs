//! Whether a name that stands alone is a person's, by all its places in the text, so that the order of sentences does not decide.

use std::collections::HashMap;

use super::found::Name;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::pack::pack;
use crate::claims::types::{Act, SpeakerType};
use crate::text::pos::Form;
use crate::text::pos::Pos;

/// What the places of a name tell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Voice {
    /// How often a verb of speech follows.
    told: usize,
    /// How often it is named.
    all: usize,
    /// Whether a title stands before it somewhere: "Mr. Lund".
    titled: bool,
}

impl Voice {
    /// A title settles it; else a name that does little but speak is a person's.
    pub fn is_person(self) -> bool {
        self.titled || self.told > 1 && 2 * self.told > self.all
    }
}

/// That of each name of one word.
pub(crate) fn voices<'a>(
    analysis: &Analysis,
    names: &[Name],
    folded: &'a [Vec<String>],
    tagged: bool,
) -> HashMap<&'a str, Voice> {
    let mut voices: HashMap<&str, Voice> = HashMap::new();
    for (name, words) in names.iter().zip(folded).filter(|(_, words)| tagged && words.len() == 1) {
        let voice = voices.entry(&words[0]).or_default();
        voice.told += usize::from(is_voice(analysis, name));
        voice.all += 1;
        voice.titled |= name.kind == Some(SpeakerType::Person) && name.start < name.from;
    }
    voices
}

/// "Vik said", "Vik did not deny it", "Vik has also warned": a verb of speech of one, behind auxiliaries.
pub(crate) fn is_voice(analysis: &Analysis, name: &Name) -> bool {
    let small = |&i: &usize| matches!(analysis.pos[i], Pos::Aux | Pos::Adv | Pos::Part);
    let verb = name.to + (name.to..analysis.len().min(name.to + 4)).take_while(small).count();
    // "were", "have": many. "was told": somebody else speaks.
    let other = ["are", "were", "have", "do", "is", "was", "been", "be"];
    let many = (name.to..verb).any(|i| analysis.is_one_of(i, &other));
    // "Norvik want to leave": a body.
    let own = analysis.tag(verb).form != Form::Present || analysis.words.of(verb).ends_with('s') || verb > name.to;
    let told = |i: usize| {
        let known = analysis.candidate.get(i) == Some(&true) && analysis.quoted[i] == state::OUT;
        let bent = matches!(analysis.tag(i).form, Form::Past | Form::Present | Form::Participle | Form::Base);
        let closes = || pack("en").is_some_and(|pack| pack.lexicon.closes(analysis.form(i).hash));
        let acts = [Act::Deny, Act::Promise, Act::Warn, Act::Accuse];
        known && bent && (closes() || acts.iter().any(|act| analysis.does(i, *act)))
    };
    !many && own && told(verb)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;
    use crate::claims::types::{Attribution, SpeakerType};

    fn read(text: &str) -> Vec<Attribution> {
        extract_attributions(text, Some("en"), &Context::default()).expect("a short text")
    }

    #[track_caller]
    fn kinds(text: &str) -> Vec<Option<SpeakerType>> {
        read(text).iter().map(|found| found.speaker_type).collect()
    }

    #[test]
    fn a_lone_name_is_of_one_kind_whatever_the_verb() {
        for text in [
            "Orvik dismissed the report as nonsense.",
            "Orvik did not dismiss the report as nonsense.",
            "Orvik has also denied the charge.",
        ] {
            assert_eq!(kinds(text), [Some(SpeakerType::Person)], "{text}");
        }
    }

    #[test]
    fn a_title_further_on_tells_that_a_name_is_a_person() {
        let text = "The plan of Orvik has failed. Orvik will not resign. \u{201c}I stay,\u{201d} Mr. Orvik said.";
        assert_eq!(kinds(text), [Some(SpeakerType::Person)]);
    }

    #[test]
    fn letters_of_common_nouns_and_headings_name_nobody() {
        let text =
            "The tram line will be run by artificial intelligence (AI) from May. The company said AI would cut delays.";
        assert_eq!(read(text).last().and_then(|last| last.speaker.as_deref()), Some("company"));
        let text = "The line opens in May.\nDemographics\nThe company said most riders were students.";
        assert_eq!(read(text).last().and_then(|last| last.speaker.as_deref()), Some("company"));
    }
}
