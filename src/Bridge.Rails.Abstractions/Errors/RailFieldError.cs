namespace Bridge.Rails.Abstractions.Errors;

/// <summary>One complaint of a rail about one field of a request.</summary>
/// <param name="Field">The rail's name of the field, as sent back; empty when the rail names none.</param>
/// <param name="Message">The rail's words, cleaned of secrets and personal data by <see cref="RailException"/>.</param>
public sealed record RailFieldError(string Field, string Message);
