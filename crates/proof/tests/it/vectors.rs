//! What others published: keys, notes, checkpoints, cosignatures and hashes that came from other programs.

use proof::{
    checkpoint::Checkpoint,
    cosignature::{self, WitnessVerifier},
    merkle::leaf_hash,
    note::{Ed25519Signer, Ed25519Verifier, Note, Verifier},
    policy::Policy,
};

/// The example of golang.org/x/mod/sumdb/note.
#[test]
fn the_note_of_peter_neumann_is_signed_byte_for_byte() {
    let signer = Ed25519Signer::from_skey(
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
    )
    .unwrap();
    let text = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n";
    let signed = format!(
        "{text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    );
    assert_eq!(Note::sign(text, &[&signer]).unwrap().to_string(), signed);
    verify(&signed, &[&signer.verifier()], 1);
}

/// The second signer of the tests of golang.org/x/mod/sumdb/note.
#[test]
fn the_note_of_two_signers_is_taken_from_either() {
    let signed = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\
        \n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n\
        — EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    let peter = log_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    let enoch = log_key("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
    verify(signed, &[&peter], 1);
    verify(signed, &[&enoch], 1);
    verify(signed, &[&enoch, &peter], 2);
}

/// The example of C2SP signed-note, version 1.1.0.
#[test]
fn the_example_of_the_specification_verifies() {
    verify(
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
        &[&log_key(
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        )],
        1,
    );
}

/// The first example of C2SP signed-note: an empty line within the text, and characters beyond ASCII.
#[test]
fn a_text_may_have_empty_lines() {
    let signed = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
    let note = Note::parse(signed.as_bytes()).unwrap();
    assert!(note.text().ends_with(":\n\ned è subito sera.\n"));
    assert_eq!(note.to_string(), signed);
}

/// https://sum.golang.org/latest on 23 September 2024, as kept in the tests of sigsum-go; the key is that of cmd/go.
#[test]
fn a_checkpoint_of_the_go_checksum_database_verifies() {
    let signed = "go.sum database tree\n30055305\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n\n— sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=\n";
    let key = log_key("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
    let (checkpoint, note) =
        Checkpoint::open(signed.as_bytes(), "go.sum database tree", &key).unwrap();
    assert_eq!(checkpoint.size, 30_055_305);
    assert_eq!(note.to_string(), signed);
}

/// The record of github.com/transparency-dev/tessera v1.0.0 in that database, with its leaf hash as documented beside its receipt in
/// transparency-dev's tlog-verify.
#[test]
fn a_record_of_the_go_checksum_database_has_its_documented_hash() {
    let record = "github.com/transparency-dev/tessera v1.0.0 h1:4OT1V9xJLa5NnYlFWWlCdZkCm18/o12rdd+bCTje7XE=\n\
        github.com/transparency-dev/tessera v1.0.0/go.mod h1:TLvfjlkbmsmKVEJUtzO2eb9Q2IBnK3EJ0dI4G0oxEOU=\n";
    assert_eq!(
        leaf_hash(record.as_bytes()).to_string(),
        "0fa57c511c3b2ffcc0a05ad63172568d265aaf9844e9b636a0978795396f2ab1"
    );
}

/// A checkpoint of a staging log of Certificate Transparency in May 2026, cosigned by four witnesses of the public network; it and both keys
/// as kept in the tests of the witness monitor cross-examination. The log signed twice: as RFC 6962 has it, which is no kind known here, and as a
/// note.
const ARCHE: &str = "arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
";

#[test]
fn a_checkpoint_cosigned_by_public_witnesses_meets_a_policy() {
    let policy = "log arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f\n\
        witness garden transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM\n\
        witness smartit witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO\n\
        witness remora remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2\n\
        witness stagemole witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv\n\
        group all-four all garden smartit remora stagemole\n\
        quorum all-four\n";
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    let note = Note::parse(ARCHE.as_bytes()).unwrap();
    let endorsement = policy.check(&note).unwrap();
    assert_eq!(endorsement.checkpoint.size, 1_432_088_532);
    let times: Vec<_> = endorsement
        .witnesses
        .iter()
        .map(|witnessed| (witnessed.name.as_str(), witnessed.time))
        .collect();
    let time = 0x6a12_2120;
    assert_eq!(
        times,
        [
            ("garden", time),
            ("smartit", time),
            ("remora", time),
            ("stagemole", time)
        ]
    );
    let later = ARCHE.replace("1432088532", "1432088533");
    assert!(
        policy
            .check(&Note::parse(later.as_bytes()).unwrap())
            .is_err()
    );
}

/// The example of C2SP tlog-cosignature; its keys are not published, its time is.
#[test]
fn the_cosignature_of_the_specification_states_its_time() {
    let signed = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    let note = Note::parse(signed.as_bytes()).unwrap();
    assert_eq!(note.to_string(), signed);
    let [log, witness] = note.signatures() else {
        panic!("two signatures");
    };
    assert_eq!(cosignature::time(&witness.bytes), Some(1_679_315_147));
    assert_eq!(cosignature::time(&log.bytes), None);
}

#[test]
fn a_cosigners_key_is_none_of_a_log_and_the_other_way_round() {
    let remora = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
    assert_eq!(
        WitnessVerifier::from_vkey(remora).unwrap().to_vkey(),
        remora
    );
    assert!(Ed25519Verifier::from_vkey(remora).is_err());
    let go = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    assert!(WitnessVerifier::from_vkey(go).is_err());
}

fn log_key(text: &str) -> Ed25519Verifier {
    let key = Ed25519Verifier::from_vkey(text).unwrap();
    assert_eq!(key.to_vkey(), text);
    key
}

/// The note reads back as it is, and so many signatures are of these keys.
fn verify(signed: &str, keys: &[&dyn Verifier], count: usize) {
    let note = Note::parse(signed.as_bytes()).unwrap();
    assert_eq!(note.to_string(), signed);
    assert_eq!(note.verify(keys).unwrap().len(), count);
}
