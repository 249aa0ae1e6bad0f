use super::*;
#[test]
fn samples_to_disk() {
    let dir = std::path::Path::new("/tmp/papers");
    std::fs::create_dir_all(dir).unwrap();
    for paper in Paper::samples(true) {
        match render(&paper, &TemplateSet::embedded()) {
            Ok(pdf) => std::fs::write(dir.join(format!("{}.pdf", paper.kind())), pdf).unwrap(),
            Err(error) => println!("{}: {error}", paper.kind()),
        }
    }
}
