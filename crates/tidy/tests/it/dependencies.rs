//! What is taken from others: licences, duplicate versions, the size of the lock, the verifier's short list.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

use crate::house::{none, root};

/// Licences that may be linked into the program, as SPDX names them.
const LICENCES: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "CC0-1.0",
];

/// Packages in the lock, all features and platforms together. Raise it in the commit that argues for the new dependency.
/// Typst alone brings some 250: a typesetter is not written twice, and there is none smaller that joins Arabic letters and writes
/// PDF/A; pictures (AVIF, PDF pages) some 40; the locks around readers 4.
const LOCK_CEILING: usize = 540;

/// Packages that `cenotaph-verify` may be built from, itself included.
const VERIFIER_CEILING: usize = 12;

/// Packages of which two versions are known to be in the lock, with the reason.
const TWICE: &[(&str, &str)] = &[
    ("base64", "typst's SVG crates are one version behind"),
    (
        "embedded-io",
        "postcard can be told to write to either, and is told to write to neither",
    ),
    (
        "fearless_simd",
        "two PDF decoders under hayro, which typst brings too",
    ),
    ("getrandom", "ring, rav1e and tempfile each their own"),
    ("hayro-ccitt", "two PDF decoders under hayro"),
    ("miniz_oxide", "png is one version behind flate2"),
    ("phf", "typst is one version behind the HTML reader"),
    ("phf_generator", "as phf"),
    ("phf_macros", "as phf"),
    ("phf_shared", "as phf"),
    (
        "quick-xml",
        "typst's bibliography is behind its highlighter",
    ),
    ("rand", "rav1e and typst's filler text are behind proptest"),
    ("rand_chacha", "as rand"),
    ("rand_core", "as rand"),
    (
        "roxmltree",
        "the font index under typst is one version behind",
    ),
    ("serde_spanned", "as toml"),
    ("toml", "typst reads an older toml than we do"),
    ("toml_datetime", "as toml"),
    ("vello_common", "two parts of hayro"),
    ("winnow", "as toml"),
];

fn metadata() -> Metadata {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(vec!["--locked".to_owned(), "--offline".to_owned()])
        .exec()
        .expect("cargo metadata runs")
}

/// Everything reachable from `from` through dependencies of the given kinds, on Linux.
fn reachable(
    metadata: &Metadata,
    from: &PackageId,
    kinds: &[DependencyKind],
) -> BTreeSet<PackageId> {
    let resolve = metadata.resolve.as_ref().expect("a resolved graph");
    let nodes: BTreeMap<&PackageId, _> =
        resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::from([from.clone()]);
    let mut queue = VecDeque::from([from.clone()]);
    while let Some(id) = queue.pop_front() {
        for dependency in &nodes[&id].deps {
            let applies = dependency.dep_kinds.iter().any(|kind| {
                kinds.contains(&kind.kind)
                    && kind
                        .target
                        .as_ref()
                        .is_none_or(|target| applies_on_linux(&target.to_string()))
            });
            if applies && seen.insert(dependency.pkg.clone()) {
                queue.push_back(dependency.pkg.clone());
            }
        }
    }
    seen
}

/// A rough reading of a target clause: what names another system does not apply.
fn applies_on_linux(target: &str) -> bool {
    let foreign = [
        "windows",
        "wasm",
        "wasi",
        "macos",
        "apple",
        "ios",
        "redox",
        "hermit",
        "android",
        "uefi",
        "loongarch",
        "espidf",
    ];
    !foreign.iter().any(|word| target.contains(word))
        || target.contains("not(")
        || target.contains("linux")
}

fn named<'a>(metadata: &'a Metadata, name: &str) -> &'a Package {
    metadata
        .packages
        .iter()
        .find(|package| package.name.as_str() == name)
        .unwrap_or_else(|| panic!("no package {name}"))
}

#[test]
fn licences_are_permissive_or_mpl() {
    let metadata = metadata();
    none(
        metadata
            .packages
            .iter()
            .filter(|package| package.source.is_some())
            .filter(|package| !package.license.as_deref().is_some_and(accepted))
            .map(|package| {
                format!(
                    "{} {}: {:?}",
                    package.name, package.version, package.license
                )
            })
            .collect(),
    );
}

/// `true` when some way of reading the SPDX expression takes accepted licences only. `OR` binds weaker than `AND`.
fn accepted(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], " ");
    expression.split(" OR ").any(|way| {
        way.split(" AND ")
            .all(|licence| LICENCES.contains(&licence.trim()))
    })
}

#[test]
fn no_package_is_linked_in_two_versions() {
    let metadata = metadata();
    let program = &named(&metadata, "cenotaph").id;
    let linked = reachable(&metadata, program, &[DependencyKind::Normal]);
    // Macros run in the compiler and are not linked; nor is what only they use.
    let macros: Vec<BTreeSet<PackageId>> = metadata
        .packages
        .iter()
        .filter(|package| {
            linked.contains(&package.id)
                && package.targets.iter().any(|target| target.is_proc_macro())
        })
        .map(|package| reachable(&metadata, &package.id, &[DependencyKind::Normal]))
        .collect();
    let linked: BTreeSet<PackageId> = linked
        .into_iter()
        .filter(|id| !macros.iter().any(|used| used.contains(id)))
        .collect();
    let mut versions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in metadata
        .packages
        .iter()
        .filter(|package| linked.contains(&package.id))
    {
        versions
            .entry(package.name.as_str())
            .or_default()
            .insert(package.version.to_string());
    }
    none(
        versions
            .into_iter()
            .filter(|(name, versions)| {
                versions.len() > 1 && !TWICE.iter().any(|(known, _)| known == name)
            })
            .map(|(name, versions)| format!("{name}: {versions:?}"))
            .collect(),
    );
}

#[test]
fn the_lock_stays_below_its_ceiling() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock is committed");
    let count = lock.matches("[[package]]").count();
    assert!(
        count <= LOCK_CEILING,
        "{count} packages in Cargo.lock, ceiling {LOCK_CEILING}"
    );
}

#[test]
fn the_verifier_is_built_from_a_dozen_packages_at_most() {
    let metadata = metadata();
    let kinds = [DependencyKind::Normal, DependencyKind::Build];
    let packages = reachable(&metadata, &named(&metadata, "cenotaph-proof").id, &kinds);
    let names: Vec<&str> = metadata
        .packages
        .iter()
        .filter(|package| packages.contains(&package.id))
        .map(|package| package.name.as_str())
        .collect();
    assert!(
        names.len() <= VERIFIER_CEILING,
        "{} packages: {names:?}",
        names.len()
    );
}

#[test]
fn every_dependency_is_argued_for() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the root manifest");
    let section = manifest
        .split("[workspace.dependencies]")
        .nth(1)
        .expect("a section")
        .split("\n[")
        .next()
        .expect("its lines");
    let mut reasoned = false;
    let mut problems = Vec::new();
    for line in section.lines() {
        match line.trim() {
            "" => reasoned = false,
            comment if comment.starts_with('#') => reasoned = true,
            dependency if !reasoned => problems.push(format!("no reason above: {dependency}")),
            _ => {}
        }
    }
    none(problems);
}
