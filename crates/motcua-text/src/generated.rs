//! The accessors that `build.rs` writes, and the one look-up by a key that is data.

include!(concat!(env!("OUT_DIR"), "/l10n.rs"));

impl L10nLanguage {
    /// The sentence with this key, or `None` where there is none or an argument is missing.
    pub(crate) fn by_key(&self, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
        let mut given = FluentArgs::new();
        for (name, value) in arguments {
            given.set((*name).to_owned(), (*value).to_owned());
        }
        self.0.msg(key, Some(given)).ok()
    }
}
