namespace Bridge.Model.Identity;

/// <summary>One object on one connection.</summary>
/// <param name="Connection">Name of the connection in <c>bridge.yaml</c>.</param>
/// <param name="Entity">Kind of object.</param>
/// <param name="NativeId">The rail's own id.</param>
public readonly record struct RailRef(string Connection, EntityKind Entity, string NativeId)
{
    /// <inheritdoc />
    public override string ToString() => $"{Connection}:{EntityNames.Of(Entity)}/{NativeId}";
}
