namespace Bridge.Model.Identity;

/// <summary>The plural lower-case names under which entities appear in files, reports and the command line.</summary>
public static class EntityNames
{
    /// <summary>Name of an entity kind, for example <c>links</c>.</summary>
    public static string Of(EntityKind kind) => kind switch
    {
        EntityKind.Program => "programs",
        EntityKind.PartnerGroup => "groups",
        EntityKind.Template => "templates",
        EntityKind.Partner => "partners",
        EntityKind.Contract => "contracts",
        EntityKind.Deal => "deals",
        EntityKind.TrackingLink => "links",
        EntityKind.PromoCode => "codes",
        EntityKind.Conversion => "conversions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an entity kind."),
    };

    /// <summary>The entity kind of a name, or null when no entity has that name.</summary>
    public static EntityKind? Parse(string name)
    {
        foreach (var kind in Enum.GetValues<EntityKind>())
        {
            if (string.Equals(Of(kind), name, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
