using Bridge.Engine.Planning;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>
/// The partners of one pack by everything that a result file may name them by. E-mails are revealed for the comparison and go
/// nowhere; a pack has some hundred rows.
/// </summary>
internal sealed class PackIndex
{
    private readonly IPersonalValues personal;
    private readonly Dictionary<string, CreatePartner> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CreatePartner>> byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<CreatePartner> byRow = [];

    private PackIndex(Handoff pack, IPersonalValues personal)
    {
        Pack = pack;
        this.personal = personal;
    }

    /// <summary>The pack.</summary>
    public Handoff Pack { get; }

    /// <summary>Its partners who stand in the file.</summary>
    public List<CreatePartner> Partners { get; } = [];

    /// <summary>Rows of the file.</summary>
    public int Rows => byRow.Count;

    /// <summary>Reads the partners of a pack from its plan.</summary>
    public static async Task<PackIndex> ReadAsync(Handoff pack, IPlanSource plan, IPersonalValues personal, CancellationToken cancellationToken)
    {
        var wanted = pack.Steps.ToHashSet(StringComparer.Ordinal);
        var steps = new Dictionary<string, CreatePartner>(StringComparer.Ordinal);
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            if (step is CreatePartner create && wanted.Contains(step.Id))
            {
                steps[step.Id] = create;
            }
        }

        var index = new PackIndex(pack, personal);
        for (var place = 0; place < pack.Steps.Count; place++)
        {
            // Packs of earlier versions do not say how many rows a partner has: one for each group, at least one.
            var step = steps[pack.Steps[place]];
            index.Add(step, pack.Rows.Count > 0 ? pack.Rows[place] : Math.Max(1, step.Draft.GroupNames.Count));
        }

        return index;
    }

    /// <summary>The partner with this key, or null.</summary>
    public CreatePartner? FindByKey(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The partners with this e-mail.</summary>
    public IReadOnlyList<CreatePartner> FindByEmail(string email) => byEmail.GetValueOrDefault(email) ?? [];

    /// <summary>The partner of a row of the file, the first one below the header being 0; null when there is none.</summary>
    public CreatePartner? FindByRow(int row) => row >= 0 && row < byRow.Count ? byRow[row] : null;

    /// <summary>Rows that a partner has in the file.</summary>
    public int RowsOf(CreatePartner step) => byRow.Count(each => ReferenceEquals(each, step));

    /// <summary>True when a name is this partner's; never enough to know it by.</summary>
    public static bool IsNamed(CreatePartner step, string name) => TableHeader.Normalize(step.Draft.Name) == TableHeader.Normalize(name);

    /// <summary>A text of the importer without the personal values of the partner that it is about.</summary>
    public string Scrub(CreatePartner step, string text)
    {
        foreach (var value in Values(step.Draft))
        {
            if (personal.Reveal(value) is { Length: > 2 } plain)
            {
                text = text.Replace(plain, "***", StringComparison.OrdinalIgnoreCase);
            }
        }

        var words = text.ReplaceLineEndings(" ").Split(' ').Select(word => word.Contains('@', StringComparison.Ordinal) ? "***" : word);
        var line = string.Join(' ', words).Trim();
        return line.Length <= 200 ? line : line[..200] + "…";
    }

    private static IEnumerable<PersonalValue> Values(PartnerDraft draft) => new PersonalValue?[]
    {
        draft.Contact?.Email, draft.Contact?.FirstName, draft.Contact?.LastName, draft.Contact?.Phone,
        draft.Address?.Line1, draft.Address?.Line2, draft.Address?.City, draft.Address?.PostalCode,
    }.OfType<PersonalValue>();

    private void Add(CreatePartner step, int rows)
    {
        if (rows == 0)
        {
            return;
        }

        Partners.Add(step);
        if (step.Draft.References.Count > 0)
        {
            byKey[step.Draft.References[0].Value] = step;
        }

        if (step.Draft.Contact?.Email is { } email && personal.Reveal(email)?.Trim() is { Length: > 0 } plain)
        {
            if (!byEmail.TryGetValue(plain, out var same))
            {
                byEmail[plain] = same = [];
            }

            same.Add(step);
        }

        byRow.AddRange(Enumerable.Repeat(step, rows));
    }
}
