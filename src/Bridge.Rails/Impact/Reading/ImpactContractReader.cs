using System.Text.Json;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact.Terms;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Reading;

/// <summary>
/// Reads contracts of every state, one pass per status: without the filter only active ones come. A cursor names the pass and
/// the page, for example <c>PENDING /Advertisers/...?Page=2</c>; a pass alone starts it.
/// </summary>
internal sealed class ImpactContractReader(ImpactClient client, ImpactPages pages) : IContractReader
{
    private static readonly string[] Passes = ["ACTIVE", "PENDING", "UPCOMING", "EXPIRED", "DECLINED"];

    public EntityKind Entity => EntityKind.Contract;

    public IAsyncEnumerable<ReadPage<Contract>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) =>
        pages.ReadAsync("contracts.list", scope.After, (cursor, token) => PageAsync(cursor, scope, token), cancellationToken);

    private static string? Following(string pass, string? next) => next is not null
        ? $"{pass} {next}"
        : Array.IndexOf(Passes, pass) + 1 is var index && index < Passes.Length ? Passes[index] : null;

    private async Task<ReadPage<Contract>> PageAsync(string? cursor, ReadScope scope, CancellationToken cancellationToken)
    {
        var parts = (cursor ?? Passes[0]).Split(' ', 2);
        var (pass, address) = (parts[0], parts.Length > 1 ? parts[1] : null);
        var page = await client.ListContractsAsync(address, pass, scope.ChangedSince, null, cancellationToken);
        var raw = page.Raw with { Name = $"{page.Raw.Name}&Status={pass}" };
        var rows = new RowReading<Contract>(Entity);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            var row = await WholeAsync(page.Rows[index], cancellationToken);
            rows.Add(row, $"{raw.Name}#{index + 1}", (element, losses) => Read(element, pass, rows, losses));
        }

        return rows.Page(raw, Following(pass, page.Next), total: null);
    }

    private static Contract Read(JsonElement row, string pass, RowReading<Contract> rows, LossLog losses)
    {
        var wire = ImpactRows.Read(row, ImpactJson.Default.WireContract);
        ImpactRows.Need(wire.Id, nameof(WireContract.Id));
        ImpactRows.Need(wire.PartnerId, nameof(WireContract.PartnerId));
        var contract = ContractTranslator.Read(wire, pass, losses);
        if (contract.NativeStatus != pass)
        {
            rows.Note(new Finding
            {
                Code = "BRG-IMP-103",
                Severity = Severity.Note,
                Entity = EntityKind.Contract,
                Subject = wire.Id,
                Value = contract.NativeStatus,
                Message = $"impact.com lists the contract under {pass} and gives it another status.",
                Remedy = "The contract's own status is used.",
            });
        }

        return contract;
    }

    /// <summary>The row itself, or the single contract when the list only says that campaign terms exist.</summary>
    private async Task<JsonElement> WholeAsync(JsonElement row, CancellationToken cancellationToken)
    {
        var campaigns = row.ValueKind == JsonValueKind.Object && row.TryGetProperty("HasCampaignTerms", out var flag)
            && string.Equals(flag.ToString(), "true", StringComparison.OrdinalIgnoreCase);
        return campaigns && row.TryGetProperty("Id", out var id) && id.ToString() is { Length: > 0 } contractId
            ? await client.GetContractAsync(contractId, cancellationToken)
            : row;
    }
}
