//! `cenotaph import`: a table or a case folder becomes records and claims.

use registrar::{ExchangeOptions, TableOptions, outcome::Imported};
use serde_json::json;

use super::{End, Outcome, add, open, problems, reader};
use crate::{
    args::{Cli, Import},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Import, output: &Output) -> Outcome {
    if args.propose {
        let map = registrar::propose_map(&args.path)?;
        output.document(&json!({ "map": map }));
        output.line(map.trim_end());
        return Ok(End::Done);
    }
    let mut registrar = open(cli, output)?;
    let imported = if let Some(format) = &args.from {
        let options = ExchangeOptions {
            format: format.clone(),
            kind: args.kind.clone(),
            source: args.source.clone(),
            access: args.access.clone(),
        };
        registrar.import_exchange(&args.path, &options)?
    } else if registrar::is_case(&args.path) {
        registrar.import_case(&args.path, args.report.as_deref(), &mut |done| {
            output.progress(done);
        })?
    } else {
        let options = TableOptions {
            map: args.map.clone(),
            sheet: args.sheet.clone(),
            source: args.source.clone(),
            access: args.access.clone(),
        };
        registrar.import_table(&args.path, &options)?
    };
    output.progress("");
    document(&imported, output);
    say(&imported, output);
    reader::say_missing(output);
    let is_case = args.from.is_none() && registrar::is_case(&args.path);
    if args.access.is_none() && imported.claims > 0 && !is_case {
        output.say("import-restricted", &[]);
    }
    Ok(if imported.problems.is_empty() {
        End::Done
    } else {
        End::Problems
    })
}

fn document(imported: &Imported, output: &Output) {
    output.document(&json!({
        "rows": imported.rows,
        "items": imported.items.iter().map(add::document).collect::<Vec<_>>(),
        "sources": imported.sources, "records": imported.records, "claims": imported.claims,
        "known_claims": imported.known_claims, "judgements": imported.judgements, "suggestions": imported.suggestions,
        "entries": imported.entries, "problems": problems::document(&imported.problems),
    }));
}

fn say(imported: &Imported, output: &Output) {
    output.say(
        "import-done",
        &[
            ("rows", imported.rows.into()),
            ("records", imported.records.into()),
            ("claims", imported.claims.into()),
            ("known", imported.known_claims.into()),
        ],
    );
    if imported.entries == 0 {
        output.say("import-nothing", &[]);
    } else {
        let items = imported.items.iter().filter(|item| !item.known).count();
        output.say(
            "import-more",
            &[
                ("sources", imported.sources.into()),
                ("items", items.into()),
                ("judgements", imported.judgements.into()),
                ("suggestions", imported.suggestions.into()),
            ],
        );
    }
    problems::say(&imported.problems, output);
}
