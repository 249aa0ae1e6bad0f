use super::*;

#[test]
fn amounts_are_written_in_groups_of_three() {
    for (dong, written) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1.000"),
        (50_000, "50.000"),
        (1_250_000, "1.250.000"),
        (-8_000, "-8.000"),
    ] {
        assert_eq!(Dong::new(dong).to_string(), written);
    }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for text in ["50000", "50.000", "50,000", " 50.000 "] {
        assert_eq!(text.parse(), Ok(Dong::new(50_000)), "{text}");
    }
    for text in [
        "",
        "50.5",
        "50.0000",
        ".000",
        "5o.000",
        "0050.000",
        "1.2.3",
        "--5",
        "99999999999999999999",
    ] {
        assert!(text.parse::<Dong>().is_err(), "{text}");
    }
}

#[test]
fn arithmetic_says_when_it_does_not_fit() {
    let most = Dong::new(i64::MAX);
    assert_eq!(most.checked_add(Dong::new(1)), None);
    assert_eq!(most.checked_times(2), None);
    assert_eq!(most.checked_percent(50), None);
    assert_eq!(Dong::new(i64::MIN).checked_sub(Dong::new(1)), None);
    assert_eq!(Dong::checked_sum([most, Dong::new(1)]), None);
}

#[test]
fn a_share_is_rounded_down_for_the_payer() {
    assert_eq!(Dong::new(25_001).checked_percent(50), Some(Dong::new(12_500)));
    assert_eq!(Dong::new(8_000).checked_times(3), Some(Dong::new(24_000)));
    assert_eq!(
        Dong::checked_sum([Dong::new(1), Dong::new(2)]),
        Some(Dong::new(3))
    );
}

#[test]
fn amounts_are_written_in_words_as_a_cashier_reads_them() {
    for (dong, words) in [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (14, "Mười bốn đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (55, "Năm mươi lăm đồng"),
        (100, "Một trăm đồng"),
        (105, "Một trăm linh năm đồng"),
        (111, "Một trăm mười một đồng"),
        (8_000, "Tám nghìn đồng"),
        (50_000, "Năm mươi nghìn đồng"),
        (1_250_000, "Một triệu hai trăm năm mươi nghìn đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (1_000_500, "Một triệu năm trăm đồng"),
        (
            2_010_015,
            "Hai triệu không trăm mười nghìn không trăm mười lăm đồng",
        ),
        (1_000_000_000, "Một tỷ đồng"),
        (1_000_000_000_000, "Một nghìn tỷ đồng"),
        (
            1_005_000_000_001,
            "Một nghìn không trăm linh năm tỷ không trăm linh một đồng",
        ),
        (-8_000, "Âm tám nghìn đồng"),
    ] {
        assert_eq!(Dong::new(dong).in_words(), words, "{dong}");
    }
    assert!(
        Dong::new(i64::MAX)
            .in_words()
            .starts_with("Chín tỷ hai trăm hai mươi ba triệu")
    );
    assert!(Dong::new(i64::MIN).in_words().starts_with("Âm chín tỷ"));
}

/// Reads the words back by the plain rules of counting, with no regard to how they were made.
fn counted(words: &str) -> u64 {
    let (mut total, mut large, mut group, mut digit) = (0u64, 0u64, 0u64, 0u64);
    for word in words.split(' ') {
        match word {
            "không" | "linh" => digit = 0,
            "một" | "mốt" => digit = 1,
            "hai" => digit = 2,
            "ba" => digit = 3,
            "bốn" | "tư" => digit = 4,
            "năm" | "lăm" => digit = 5,
            "sáu" => digit = 6,
            "bảy" => digit = 7,
            "tám" => digit = 8,
            "chín" => digit = 9,
            "mười" => {
                group += 10;
                digit = 0;
            }
            "mươi" => {
                group += digit * 10;
                digit = 0;
            }
            "trăm" => {
                group += digit * 100;
                digit = 0;
            }
            "nghìn" | "triệu" => {
                large += (group + digit) * if word == "nghìn" { 1_000 } else { 1_000_000 };
                (group, digit) = (0, 0);
            }
            "tỷ" => {
                total = (total + large + group + digit) * 1_000_000_000;
                (large, group, digit) = (0, 0, 0);
            }
            other => panic!("{other}"),
        }
    }
    total + large + group + digit
}

#[test]
fn every_number_in_words_counts_back_to_itself() {
    let mut number: u64 = 0x9E37_79B9;
    for round in 0..20_000u64 {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let number = (number >> 1) % 10u64.pow(1 + u32::try_from(round % 18).unwrap());
        assert_eq!(counted(&number_in_words(number)), number);
    }
    for number in 0..2_000 {
        assert_eq!(counted(&number_in_words(number)), number);
    }
}
