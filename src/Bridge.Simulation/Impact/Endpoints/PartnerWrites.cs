using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Creation of a direct partner, with an active contract at once, and the brand's three values.</summary>
internal static class PartnerWrites
{
    public static ApiReply Create(ApiCall call)
    {
        var draft = PartnerDraft.Read(call);
        if (call.Fields.Errors.Count > 0 || draft is null)
            return call.Invalid();

        var (account, values, template, groups) = draft;
        var programId = TemplateProgram(call, template);
        call.Desk.CreateAccount(account, values);
        new ContractDesk(call.Desk).Sign(account.Id, programId, template, call.Now, call.Now, call.Now);
        call.Desk.AddToGroups(account.Id, groups);
        return call.OkUri(string.Create(CultureInfo.InvariantCulture, $"MediaPartners/{account.Id}"));
    }

    public static ApiReply SetValues(ApiCall call)
    {
        if (call.Argument(0) is not { } id || call.Brand.Values(id) is not { } old)
            return call.NotFound("partner");

        var after = new Relationship(id, Value("MPValue1", old.Value1), Value("MPValue2", old.Value2), Value("MPValue3", old.Value3));
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();

        call.Desk.SetValues(after);
        return call.OkUri(string.Create(CultureInfo.InvariantCulture, $"MediaPartners/{id}"));

        // A value that is sent empty is cleared, one that is not sent is kept.
        string? Value(string name, string? kept) => call.Fields.All.ContainsKey(name) ? call.Fields.Text(name) : kept;
    }

    /// <summary>The reference implies the program by the template: the one it was built in.</summary>
    private static long TemplateProgram(ApiCall call, TemplateVersion template) => template.ProgramId
        ?? call.Brand.Programs.Values.FirstOrDefault(program => program.PublicTemplateId == template.TemplateId)?.Id ?? call.Brand.FirstProgramId;
}
