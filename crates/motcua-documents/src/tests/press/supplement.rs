//! Form 02: what asking for more does to the limit, until when to answer, and how it is signed.

use motcua_domain::case::{SupplementEffect, SupplementStage};
use motcua_engine::ports::{PaperFacts, PaperKind, SupplementFacts};

use super::facts::{due, facts};
use super::{assert_says, text};

#[test]
fn form_02_says_what_it_does_to_the_limit_and_until_when_to_answer() {
    let asked = |stage, effect, answer_by| {
        let facts = PaperFacts {
            supplement: Some(SupplementFacts {
                stage,
                effect,
                legal_basis: effect.map(|_| "Luật Xây dựng".to_owned()),
            }),
            answer_by,
            ..facts()
        };
        text(PaperKind::Form02, facts)
    };
    let appraisal = SupplementStage::Appraisal;
    for (effect, words) in [
        (
            SupplementEffect::Restart,
            "tính lại từ đầu kể từ khi nhận đủ nội dung bổ sung (Luật Xây dựng).",
        ),
        (
            SupplementEffect::Suspend,
            "không tính vào thời hạn giải quyết; thời hạn tính tiếp",
        ),
        (
            SupplementEffect::Nothing,
            "thời hạn vẫn tiếp tục được tính (Luật Xây dựng).",
        ),
    ] {
        let notice = asked(appraisal, Some(effect), Some(due("27T17:00")));
        assert_says(&notice, &[words, "chậm nhất hết ngày 27 tháng 11 năm 2026"]);
    }
    let at_intake = asked(SupplementStage::Intake, None, None);
    assert_says(
        &at_intake,
        &[
            "chỉ được tính từ khi hồ sơ được tiếp nhận",
            "không ấn định ngày cuối để bổ sung",
        ],
    );
}

#[test]
fn form_02_is_signed_by_hand_only_where_it_is_given_over_the_counter() {
    let signed = |is_online, stage| {
        let facts = PaperFacts {
            is_online,
            supplement: Some(SupplementFacts {
                stage,
                effect: None,
                legal_basis: None,
            }),
            ..facts()
        };
        text(PaperKind::Form02, facts)
    };
    for (is_online, stage, by_hand) in [
        (true, SupplementStage::Intake, false),
        (true, SupplementStage::Appraisal, false),
        (false, SupplementStage::Appraisal, false),
        (false, SupplementStage::Intake, true),
    ] {
        let notice = signed(is_online, stage);
        assert_eq!(notice.contains("(Ký và ghi rõ họ tên)"), by_hand, "{notice}");
        assert_eq!(notice.contains("(Ban hành điện tử)"), !by_hand, "{notice}");
    }
}
