//! Slips of the keyboard: text typed for Telex or VNI while the input method was off.
//!
//! "ddawng kys" is "đăng ký" in Telex, "d9ang8 ky1" in VNI. Modifiers may stand behind their letter
//! or at the end of the syllable, as the input methods allow. The caller decides whether the
//! outcome is a word; here any syllable is decoded as well as it can be.

use unicode_normalization::UnicodeNormalization;

const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';
const HORN: char = '\u{31b}';

/// A syllable being typed: letters, each with its quality mark, and one tone.
#[derive(Default)]
struct Typed {
    letters: Vec<(char, Option<char>)>,
    tone: Option<char>,
    changed: bool,
}

impl Typed {
    fn has_vowel(&self) -> bool {
        self.letters.iter().any(|(c, _)| is_vowel(*c))
    }

    /// Marks the last unmarked letter that is one of `bases`; false if there is none.
    fn mark_last(&mut self, bases: &[char], mark: char) -> bool {
        match self
            .letters
            .iter_mut()
            .rev()
            .find(|(c, m)| m.is_none() && bases.contains(c))
        {
            Some(letter) => {
                letter.1 = Some(mark);
                self.changed = true;
                true
            }
            None => false,
        }
    }

    /// The horn or breve of Telex `w`: both vowels of "uo", the u of "ua", else the last of a, o, u.
    fn mark_w(&mut self) -> bool {
        let plain = |letter: Option<&(char, Option<char>)>, base: char| letter == Some(&(base, None));
        let follows_q = |at: usize| at > 0 && plain(self.letters.get(at - 1), 'q');
        let pair = (0..self.letters.len()).find(|at| {
            plain(self.letters.get(*at), 'u')
                && !follows_q(*at)
                && matches!(self.letters.get(at + 1), Some(('o' | 'a', None)))
        });
        let Some(at) = pair else {
            return self.mark_last(&['a'], BREVE) || self.mark_last(&['o', 'u'], HORN);
        };
        for (letter, mark) in self.letters.iter_mut().skip(at).take(2) {
            if *letter != 'a' {
                *mark = Some(HORN);
            }
        }
        self.changed = true;
        true
    }

    fn stroke_d(&mut self) -> bool {
        match self.letters.first_mut() {
            Some(first) if first.0 == 'd' => {
                first.0 = 'đ';
                self.changed = true;
                true
            }
            _ => false,
        }
    }

    fn set_tone(&mut self, tone: Option<char>) -> bool {
        let taken = self.has_vowel();
        if taken {
            self.tone = tone;
            self.changed = true;
        }
        taken
    }

    fn push(&mut self, c: char) {
        self.letters.push((c, None));
    }

    /// The syllable with its marks, the tone on the vowel where modern spelling puts it; `None` if nothing was decoded.
    fn finish(self) -> Option<String> {
        if !self.changed {
            return None;
        }
        let place = self.tone.and_then(|_| tone_place(&self.letters));
        let mut out = String::new();
        for (at, (c, mark)) in self.letters.iter().enumerate() {
            out.push(*c);
            out.extend(*mark);
            if place == Some(at) {
                out.extend(self.tone);
            }
        }
        Some(out.nfc().collect())
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Where the tone belongs: on the last marked vowel; else on the last vowel before a final consonant;
/// else on the last but one, and never on the u of "qu" or the i of "gi" if another vowel follows.
fn tone_place(letters: &[(char, Option<char>)]) -> Option<usize> {
    let mut nucleus: Vec<usize> = letters
        .iter()
        .enumerate()
        .filter(|(_, (c, _))| is_vowel(*c))
        .map(|(at, _)| at)
        .collect();
    let starts = |a: char, b: char| {
        letters.first().is_some_and(|(c, _)| *c == a) && letters.get(1).is_some_and(|(c, _)| *c == b)
    };
    if nucleus.len() > 1 && (starts('q', 'u') || starts('g', 'i')) {
        nucleus.remove(0);
    }
    let marked = nucleus
        .iter()
        .rev()
        .find(|at| letters.get(**at).is_some_and(|(_, mark)| mark.is_some()))
        .copied();
    let last = nucleus.last().copied()?;
    let closed = last + 1 < letters.len();
    let before_last = nucleus
        .len()
        .checked_sub(2)
        .and_then(|at| nucleus.get(at))
        .copied();
    marked.or(if closed {
        Some(last)
    } else {
        before_last.or(Some(last))
    })
}

/// Reads one lower-case syllable as Telex; `None` if it holds no Telex key.
pub(super) fn telex(typed: &str) -> Option<String> {
    let mut out = Typed::default();
    for c in typed.chars() {
        let taken = match c {
            's' => out.set_tone(Some('\u{301}')),
            'f' => out.set_tone(Some('\u{300}')),
            'r' => out.set_tone(Some('\u{309}')),
            'x' => out.set_tone(Some('\u{303}')),
            'j' => out.set_tone(Some('\u{323}')),
            'z' => out.set_tone(None),
            'w' => out.mark_w(),
            'd' => out.stroke_d(),
            'a' | 'e' | 'o' => out.mark_last(&[c], CIRCUMFLEX),
            _ => false,
        };
        if !taken {
            // A lone w is the quick way to ư: "tw" is "tư".
            if c == 'w' {
                out.letters.push(('u', Some(HORN)));
                out.changed = true;
            } else {
                out.push(c);
            }
        }
    }
    out.finish()
}

/// Reads one lower-case syllable as VNI; `None` if it holds no VNI key behind a letter.
pub(super) fn vni(typed: &str) -> Option<String> {
    let mut out = Typed::default();
    for c in typed.chars() {
        let taken = match c {
            '1' => out.set_tone(Some('\u{301}')),
            '2' => out.set_tone(Some('\u{300}')),
            '3' => out.set_tone(Some('\u{309}')),
            '4' => out.set_tone(Some('\u{303}')),
            '5' => out.set_tone(Some('\u{323}')),
            '6' => out.mark_last(&['a', 'e', 'o'], CIRCUMFLEX),
            '7' => out.mark_w(),
            '8' => out.mark_last(&['a'], BREVE),
            '9' => out.stroke_d(),
            _ => false,
        };
        if !taken {
            out.push(c);
        }
    }
    out.finish()
}
