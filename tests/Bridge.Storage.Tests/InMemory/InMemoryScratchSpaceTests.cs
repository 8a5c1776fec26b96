using Bridge.Engine.Artifacts;
using Bridge.Storage.Tests.Contracts;
using Bridge.Testing.Stores;

namespace Bridge.Storage.Tests.InMemory;

public sealed class InMemoryScratchSpaceTests : ScratchSpaceContract
{
    protected override IScratchSpace Scratch { get; } = new InMemoryScratchSpace();
}
