using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>Ends the reading of a file whose nesting nobody needs; never leaves this folder.</summary>
internal sealed class NestingTooDeepException(FileLocation place) : Exception("The nesting is too deep.")
{
    public FileLocation Place { get; } = place;
}
