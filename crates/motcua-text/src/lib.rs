//! Every sentence that the public or an officer reads, as typed keys in Vietnamese and English.
