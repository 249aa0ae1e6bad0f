use super::compose;
use crate::driver::Step;

#[test]
fn statements_become_one_with_their_parameters_numbered_on() {
    let steps = [
        Step::new("INSERT INTO a (x, y) VALUES ($1, $1)", vec![1i64.into()]),
        Step::must_touch(
            "DELETE FROM b WHERE x = $1 AND y = $2",
            vec![1i64.into(), 2i64.into()],
            "b",
        ),
        Step::new("UPDATE c SET x = $1", vec![3i64.into()]),
    ];
    assert_eq!(
        compose(&steps),
        "WITH s0 AS (INSERT INTO a (x, y) VALUES ($1, $1) RETURNING 1), \
         s1 AS (DELETE FROM b WHERE x = $2 AND y = $3 RETURNING 1), \
         s2 AS (UPDATE c SET x = $4 RETURNING 1) \
         SELECT motcua_expect((SELECT count(*) FROM s1), 'b')"
    );
}

#[test]
fn statements_that_expect_nothing_ask_for_nothing() {
    assert_eq!(
        compose(&[Step::new("UPDATE c SET x = 1", Vec::new())]),
        "WITH s0 AS (UPDATE c SET x = 1 RETURNING 1) SELECT 1"
    );
}
