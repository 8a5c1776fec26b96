namespace Bridge.Rails.Abstractions;

/// <summary>Source of unique ids; injected, so that tests are repeatable.</summary>
public interface IIdSource
{
    /// <summary>A new id: 26 characters of Crockford base32, sortable by time.</summary>
    string NewId();
}
