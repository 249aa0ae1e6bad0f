use motcua_domain::id::{StaffId, UnitCode};

use super::*;

fn asked(queue: Queue) -> CaseQuery {
    let head = StaffRow {
        id: "0193a1b2-0000-7000-8000-000000000001".parse::<StaffId>().unwrap(),
        name: "Phạm Thị Hòa".to_owned(),
        agency: UnitCode::new("20242".to_owned()),
        unit: UnitCode::new("20242".to_owned()),
        roles: vec![Role::Head.name().to_owned()],
        is_active: true,
    };
    query_of(queue, &head, &actor_of(&head), Instant::from_millis(0))
}

#[test]
fn a_supplement_hides_no_case_whose_clock_runs_or_whose_withdrawal_waits() {
    for queue in [Queue::Late, Queue::Today, Queue::Within24Hours, Queue::Withdrawal] {
        let steps = asked(queue).steps;
        assert!(
            steps.contains(&Step::SupplementAfterAppraisal),
            "{queue:?}: {steps:?}"
        );
        assert!(!steps.iter().any(|step| step.is_closed()), "{queue:?}: {steps:?}");
    }
}
