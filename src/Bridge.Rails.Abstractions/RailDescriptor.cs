using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions;

/// <summary>What a rail is and can do, as data.</summary>
public sealed record RailDescriptor
{
    /// <summary>Lower-case id of one word, for example <c>impact</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as people write it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Version of the connector: part of a plan's inputs, so that a changed connector makes a new plan.</summary>
    public required string ConnectorVersion { get; init; }

    /// <summary>Pages that the connector was written from.</summary>
    public ValueList<string> Documentation { get; init; } = [];

    /// <summary>What can be read, written, undone and expressed.</summary>
    public required RailCapabilities Capabilities { get; init; }

    /// <summary>True when a partner has one id over all accounts of the rail, so that two programs can tell that it is one by the id alone.</summary>
    public bool PartnerIdsAreRailWide { get; init; }

    /// <summary>Settings of a connection, for help texts and <c>bridge init</c>.</summary>
    public required ValueList<SettingDescriptor> Settings { get; init; }

    /// <summary>Tables that the rail reads from a folder, in the order in which people collect them: the checklist of an inbox. Empty when it reads none.</summary>
    public IReadOnlyList<TableSchema> Tables { get; init; } = [];

    /// <summary>Setting that names this folder; null when the rail reads no tables.</summary>
    public string? TableFolder { get; init; }

    /// <summary>Tables that people fill in for this rail, for <c>bridge template</c>; empty when it has none.</summary>
    public IReadOnlyList<TableSchema> Templates { get; init; } = [];
}
