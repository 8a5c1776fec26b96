using Bridge.Model.Findings;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact;

/// <summary>
/// Who the token for writes is: the program as the API shows it to that token. The account is taken from the address that the
/// program carries in its answer; impact.com answers an account's path only to a token of that account.
/// </summary>
internal sealed class ImpactWriteIdentity(ImpactClient writer, ImpactOptions options, string connection) : IWriteIdentity
{
    public Finding? Missing => options.WriteToken is not null ? null : new Finding
    {
        Code = "BRG-IMP-005",
        Severity = Severity.Blocking,
        Place = connection,
        Value = options.WriteTokenReference,
        Message = options.WriteTokenReference is null
            ? $"Connection '{connection}' has no token for writes: it can read, and nothing is ever written with the token that reads."
            : $"'writeToken' of connection '{connection}' refers to a secret that is not there, and nothing is ever written with the token that reads.",
        Remedy = options.WriteTokenReference is null
            ? "Make a second token in Settings > Technical > API, put it into a variable, and write 'writeToken: env:IMPACT_WRITE_TOKEN' below the connection in bridge.yaml. Nothing was sent."
            : "Set the environment variable or write the file, then run again. Nothing was sent.",
    };

    public async Task<Program> ReadProgramAsync(CancellationToken cancellationToken)
    {
        var wire = await writer.GetProgramAsync(cancellationToken);
        var program = wire.Id is { Length: > 0 }
            ? ImpactTranslator.Program(wire, options)
            : throw new RailContractException(
                new RailErrorContext { Rail = ImpactDescriptor.Id, Connection = connection, Operation = "programs.get" },
                "the answer to the token for writes does not say which program it is");
        return AccountIn(wire.Uri) is { } account ? program with { AccountId = Known(account) } : program;
    }

    /// <summary>The account that an address starts with: a SID, or a numeric id behind an agency's; null when it has another form.</summary>
    private static string? AccountIn(string? address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute.AbsolutePath : address ?? "";
        var places = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return places switch
        {
            ["Agencies", _, "Advertisers", var managed, ..] => Uri.UnescapeDataString(managed),
            ["Advertisers", var account, ..] => Uri.UnescapeDataString(account),
            _ => null,
        };
    }

    // Under an agency the path carries the brand's number, and plans the SID where the settings name it.
    private string Known(string account) => account == options.AdvertiserId ? options.AccountId : account;
}
