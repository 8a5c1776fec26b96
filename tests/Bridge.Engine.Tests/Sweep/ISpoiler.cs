using Bridge.Engine.Mapping;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>Changes the answer of a mapping.</summary>
internal interface ISpoiler
{
    Mapped<T> Spoil<T>(Mapped<T> mapped)
        where T : class;
}
