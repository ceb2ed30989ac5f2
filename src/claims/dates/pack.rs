//! The words that a language has for days and months.

pub(super) use crate::claims::frame::lexicon::Section;
use crate::claims::frame::lexicon::language_pack;

language_pack! {
    /// One language's words for dates; see the remarks in `data/en.txt`.
    sections {
        month = "month",
        unsure = "unsure",
        weekday = "weekday",
        day = "day",
        month_shift = "month shift",
        year_shift = "year shift",
        last = "last",
        last_after = "last after",
        next = "next",
        next_after = "next after",
        this = "this",
        ago = "ago",
        before_ago = "before ago",
        day_unit = "day unit",
        month_unit = "month unit",
        year_unit = "year unit",
        number = "number",
        future = "future",
        future_ending = "future ending",
        before = "in",
        of = "of",
        ordinal = "ordinal",
        time = "time",
        week_shift = "week shift",
        week_unit = "week unit",
        counted = "counted",
        no_plural = "no plural",
        week_behind = "week behind",
        week_before = "week before",
        recurring = "recurring",
        between = "between",
        range = "range",
        quarter = "quarter",
        decade = "decade",
        season = "season",
        past = "past",
        unreal = "unreal",
        unreal_close = "unreal close",
        past_ending = "past ending",
        present = "present",
        participle_start = "participle start",
        participle_end = "participle end",
        planned = "planned",
        clock = "clock",
        at = "at",
        in_time = "in time",
        event = "event",
        article = "article",
        morrow = "morrow",
        weekend = "weekend",
        holiday = "holiday",
        ahead = "ahead",
        since = "since",
        onward = "onward",
        fixed = "fixed",
        poised = "poised",
        asking = "asking",
        deadline = "deadline",
        due = "due",
        joint = "joint",
        prospect = "prospect",
    }
    flags {
        /// Whether "12/01/2022" can mean December.
        english = |code| matches!(code, "en" | ""),
        /// Whether names of months have no capitals and small letters are no sign of another word.
        small_months = |code| !matches!(code, "en" | "de" | ""),
        /// Whether nouns are written with capitals.
        capital_nouns = |code| code == "de",
    }
}
