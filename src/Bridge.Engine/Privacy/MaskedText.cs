using Bridge.Model.Privacy;

namespace Bridge.Engine.Privacy;

/// <summary>Personal values so that a person who knows them recognises them and nobody else learns them.</summary>
public static class MaskedText
{
    private const string Hidden = "***";

    /// <summary>For example <c>a***@d***.com</c>; a value that was erased says so.</summary>
    public static string Of(PersonalKind kind, string? value) => value is not { Length: > 0 } ? "erased" : kind switch
    {
        PersonalKind.Email => Email(value),
        PersonalKind.FirstName or PersonalKind.LastName or PersonalKind.Handle => value[..1] + Hidden,
        PersonalKind.Phone => Tail(value, 2),
        PersonalKind.TaxNumber => Tail(value, 3),
        _ => Hidden,
    };

    private static string Email(string value)
    {
        var at = value.LastIndexOf('@');
        var dot = value.LastIndexOf('.');
        return at <= 0 || at == value.Length - 1 ? Hidden : $"{value[0]}{Hidden}@{value[at + 1]}{Hidden}{(dot > at + 1 ? value[dot..] : "")}";
    }

    // Of a short value the end would be most of it.
    private static string Tail(string value, int length) => value.Length >= 3 * length ? Hidden + value[^length..] : Hidden;
}
