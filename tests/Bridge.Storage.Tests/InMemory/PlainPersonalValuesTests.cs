using Bridge.Engine.Privacy;
using Bridge.Storage.Tests.Contracts;
using Bridge.Testing.Privacy;

namespace Bridge.Storage.Tests.InMemory;

public sealed class PlainPersonalValuesTests : PersonalVaultContract
{
    // Every process of a test sees the one vault: what is in memory only has no other.
    private readonly Func<IPersonalVault> open = Once();

    protected override IPersonalVault OpenVault() => open();

    private static Func<IPersonalVault> Once()
    {
        var vault = new PlainPersonalValues();
        return () => vault;
    }
}
