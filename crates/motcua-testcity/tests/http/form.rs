//! The forms of a page, as a browser without script sees them.

/// A form: where it leads and what it would send untouched.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) is_post: bool,
    pub(crate) is_multipart: bool,
    /// Every field that stands in it, by name.
    pub(crate) names: Vec<String>,
    /// What is sent if nobody touches anything.
    pub(crate) defaults: Vec<(String, String)>,
}

/// Every form of a page.
pub(crate) fn forms(html: &str) -> Vec<Form> {
    html.split("<form").skip(1).map(form).collect()
}

fn form(rest: &str) -> Form {
    let (opening, rest) = rest.split_once('>').unwrap();
    let (inside, _) = rest.split_once("</form>").unwrap();
    let mut form = Form {
        action: attribute(opening, "action").unwrap_or_default(),
        is_post: attribute(opening, "method").is_some_and(|method| method == "post"),
        is_multipart: attribute(opening, "enctype").is_some(),
        names: Vec::new(),
        defaults: Vec::new(),
    };
    for tag in ["<input", "<textarea", "<select"] {
        for field in inside.split(tag).skip(1) {
            let (field, after) = field.split_once('>').unwrap();
            let Some(name) = attribute(field, "name") else {
                continue;
            };
            let kind = attribute(field, "type").unwrap_or_else(|| "text".to_owned());
            form.names.push(name.clone());
            let is_chosen = !matches!(kind.as_str(), "radio" | "checkbox") || field.contains(" checked");
            if kind == "file" || kind == "submit" || !is_chosen {
                continue;
            }
            let value = match tag {
                "<textarea" => after.split("</textarea>").next().unwrap().to_owned(),
                _ => attribute(field, "value").unwrap_or_default(),
            };
            form.defaults.push((name, value));
        }
    }
    form
}

/// The value of an attribute, unescaped.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(unescaped(value))
}

/// Every address that a page links to.
pub(crate) fn links(html: &str) -> Vec<String> {
    html.split("<a")
        .skip(1)
        .filter_map(|tag| attribute(tag.split('>').next()?, "href"))
        .collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&#38;", "&")
        .replace("&amp;", "&")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
}
