//! A workbook of one sheet (ECMA-376), packed by hand: words are inline strings, which are never formulas, and counts are
//! numbers. The same table gives the same bytes.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::{Cell, Sheet};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;

const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// The workbook of a table; `None` if it is larger than such a file can be.
pub(super) fn of(sheet: &Sheet) -> Option<Vec<u8>> {
    let mut archive = Archive::default();
    archive.add("[Content_Types].xml", TYPES)?;
    archive.add("_rels/.rels", ROOT)?;
    archive.add("xl/workbook.xml", BOOK)?;
    archive.add("xl/_rels/workbook.xml.rels", BOOK_RELATIONS)?;
    archive.add("xl/worksheets/sheet1.xml", &cells(sheet))?;
    archive.close()
}

fn cells(sheet: &Sheet) -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    let words = |words: &String| Cell::Words(words.clone());
    let above = sheet.above.iter().map(|line| vec![words(line)]);
    let columns = std::iter::once(sheet.columns.iter().map(words).collect());
    for row in above.chain(columns).chain(sheet.rows.iter().cloned()) {
        xml.push_str("<row>");
        for cell in &row {
            match cell {
                Cell::Words(words) => {
                    xml.push_str("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    push_escaped(&mut xml, words);
                    xml.push_str("</t></is></c>");
                }
                Cell::Count(count) => {
                    xml.push_str("<c><v>");
                    xml.push_str(&count.to_string());
                    xml.push_str("</v></c>");
                }
            }
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

/// Words as XML, which has no place for most control characters.
fn push_escaped(xml: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' | '\n' | '\r' => xml.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => xml.push(letter),
        }
    }
}

/// A ZIP archive under construction: the files, and the directory that ends it.
#[derive(Default)]
struct Archive {
    files: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// 1 January 1980, the first day that the format knows: files of ours have no date of their own.
const NO_DATE: u16 = 0b0000_0000_0010_0001;

impl Archive {
    fn add(&mut self, name: &str, content: &str) -> Option<()> {
        let mut sum = Crc::new();
        sum.update(content.as_bytes());
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(content.as_bytes()).ok()?;
        let packed = packer.finish().ok()?;
        let mut facts = Vec::new();
        // Version 2.0, names in UTF-8, deflated, no time, no date.
        for half in [20u16, 0x0800, 8, 0, NO_DATE] {
            facts.extend(half.to_le_bytes());
        }
        facts.extend(sum.sum().to_le_bytes());
        facts.extend(u32::try_from(packed.len()).ok()?.to_le_bytes());
        facts.extend(u32::try_from(content.len()).ok()?.to_le_bytes());
        facts.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
        facts.extend(0u16.to_le_bytes());
        let place = u32::try_from(self.files.len()).ok()?;
        self.files.extend(b"PK\x03\x04");
        self.files.extend(&facts);
        self.files.extend(name.as_bytes());
        self.files.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(20u16.to_le_bytes());
        self.directory.extend(&facts);
        // No comment, first disk, no attributes.
        self.directory.extend([0u8; 10]);
        self.directory.extend(place.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count = self.count.checked_add(1)?;
        Some(())
    }

    fn close(mut self) -> Option<Vec<u8>> {
        let place = u32::try_from(self.files.len()).ok()?;
        let size = u32::try_from(self.directory.len()).ok()?;
        self.files.extend(self.directory);
        self.files.extend(b"PK\x05\x06\0\0\0\0");
        self.files.extend(self.count.to_le_bytes());
        self.files.extend(self.count.to_le_bytes());
        self.files.extend(size.to_le_bytes());
        self.files.extend(place.to_le_bytes());
        self.files.extend(0u16.to_le_bytes());
        Some(self.files)
    }
}
