namespace Bridge.Rails.Abstractions.Errors;

/// <summary>
/// A rail's table from error answer to meaning. It sees every answer that is not 2xx, with its body, and returns the
/// meaning through one of the methods of <see cref="RailErrorResponse"/>, or null for the kit's default by status.
/// It must be pure. For writes the kit then turns "unavailable" and "contract" into "outcome unknown", unless the profile
/// declares the status as refused before processing.
/// </summary>
public delegate RailException? RailErrorClassifier(RailErrorResponse response);
