using Bridge.Rails.Abstractions;

namespace Bridge.Cli.Init;

/// <summary>What a person finds in a new migration folder.</summary>
internal static class FolderReadme
{
    /// <summary>The text.</summary>
    public static string Of(RailDescriptor source, RailDescriptor target, string profile) => $"""
        # {source.DisplayName} to {target.DisplayName}

        | File | What it is |
        |---|---|
        | `bridge.yaml` | connections and settings; secrets by reference |
        | `{profile}` | how the program is mapped; every key is explained in it |
        | `inbox/` | the exports of the source, as you got them; `inbox/CHECKLIST.md` says what to collect |
        | `templates/` | sheets for what nobody exports; fill them in and save them into `inbox/` |
        | `answers.csv` | what people answered, who and when; comes with the first answer |
        | `overrides.csv` | your own answers to who is who: `source,target,note` |
        | `outbox/` | files and tasks that Bridge hands to people; may hold personal values |
        | `reports/` | dry runs and results, a folder each |
        | `.bridge/` | stores and keys; keep it, and keep it private |

        ## The way

        1. Fill in `bridge.yaml`, put the exports into `inbox/`, set the environment variables it names. `bridge inbox` says what each file
           is, what is missing and what it has to ask; `bridge questions` takes the answers, also as a sheet. Then `bridge doctor`.
        2. `bridge extract` reads both sides. It changes nothing and goes on where it stopped.
        3. `bridge plan` shows what would happen, riskiest first, and writes `reports/<plan>/dry-run.html`. Edit `{profile}` or
           `overrides.csv` and plan again until it is right.
        4. `bridge approve latest --as "<your name>"` names that plan and no other.
        5. `bridge apply latest` carries it out. Exit code 5 means that people are next: `bridge tasks`, then `bridge resume latest`.
        6. `bridge verify latest` reads the target afresh and expects nothing left to do.
        7. `bridge rollback latest` plans the way back, to be approved and applied like any plan.

        `bridge status` says where things stand; every command explains itself with `--help`.

        """;
}
