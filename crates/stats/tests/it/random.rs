//! The generator: published answers, addresses, uniformity.

use portway_stats::random::{Key, coin, philox, threshold, word_of};

#[test]
fn philox_gives_the_published_answers() {
    // The file of known answers that comes with Random123, the authors' own implementation.
    let pi = [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344];
    let pi_key = 0xa409_3822_299f_31d0;
    assert_eq!(philox::<7>([0, 0], 0), [0xb41d_a69f_bfef_c666, 0x511e_9ce1_a553_4056]);
    assert_eq!(philox::<7>([u64::MAX; 2], u64::MAX), [0xa469_6cc0_4462_015d, 0x7247_82da_e171_69e9]);
    assert_eq!(philox::<7>(pi, pi_key), [0x98ed_1534_392b_f372, 0x6752_8b15_6888_2fd5]);
    assert_eq!(philox::<10>([0, 0], 0), [0xca00_a045_9843_d731, 0x66c2_4222_c9a8_45b5]);
    assert_eq!(philox::<10>([u64::MAX; 2], u64::MAX), [0x65b0_21d6_0cd8_310f, 0x4d02_f322_2f86_df20]);
    assert_eq!(philox::<10>(pi, pi_key), [0x0a5e_742c_2997_341c, 0xb0f8_83d3_8000_de5d]);
}

#[test]
fn words_are_the_published_hashes() {
    // Appendix of the FNV specification.
    assert_eq!(word_of(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(word_of("a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(word_of("foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn an_address_is_seed_replication_words_and_counter() {
    let key = Key::new(42, 3).with(word_of("documents")).with(5);
    let others = [
        Key::new(43, 3).with(word_of("documents")).with(5),
        Key::new(42, 4).with(word_of("documents")).with(5),
        Key::new(42, 3).with(word_of("gate")).with(5),
        Key::new(42, 3).with(5).with(word_of("documents")),
        Key::new(42, 3).with(word_of("documents")),
    ];
    for other in others {
        assert_ne!(key.draw(9), other.draw(9));
    }
    assert_eq!(key.draw(9), Key::new(42, 3).with(word_of("documents")).with(5).draw(9));
}

#[test]
fn coins_fall_as_often_as_told_and_more_often_when_told_more() {
    let key = Key::new(1, 0);
    let falls = |probability: f64| (0..100_000).filter(|&n| coin(key.draw(n), threshold(probability))).count();
    assert_eq!((falls(0.0), falls(1.0), falls(f64::NAN)), (0, 100_000, 0));
    let fifth = falls(0.2);
    assert!((19_500..20_500).contains(&fifth), "{fifth}");
    let bits = key.draw(0);
    let share = bits as f64 / u64::MAX as f64;
    assert!(coin(bits, threshold(share + 1e-9)) && !coin(bits, threshold(share - 1e-9)));
}
