using System.Security.Cryptography;
using Bridge.Engine.Execution;
using Bridge.Storage.Local;

namespace Bridge.Storage.Tests.Local;

public sealed class KeyFileApprovalSignerTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string KeyPath => folder.File("keys/installation.key");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Signatures_hold_over_a_restart_and_for_their_bytes_only()
    {
        byte[] signature;
        using (var first = KeyFileApprovalSigner.Open(KeyPath))
        {
            signature = first.Sign("plan"u8);
        }

        using var signer = KeyFileApprovalSigner.Open(KeyPath);

        signer.Verify("plan"u8, signature).Should().BeTrue();
        signer.Verify("plam"u8, signature).Should().BeFalse();
        for (var at = 0; at < signature.Length; at++)
        {
            var changed = (byte[])signature.Clone();
            changed[at] ^= 1;
            signer.Verify("plan"u8, changed).Should().BeFalse();
        }
    }

    [Fact]
    public void The_public_half_is_enough_to_check()
    {
        using var signer = KeyFileApprovalSigner.Open(KeyPath);
        using var stranger = ECDsa.Create();

        stranger.ImportFromPem(signer.PublicKey);

        stranger.VerifyData("plan"u8, signer.Sign("plan"u8), HashAlgorithmName.SHA256).Should().BeTrue();
        signer.PublicKey.Should().NotContain("PRIVATE");
    }

    [Fact]
    public void A_file_that_is_no_key_is_refused()
    {
        KeyFileApprovalSigner.Open(KeyPath).Dispose();
        File.WriteAllText(KeyPath, "hello");

        var act = () => KeyFileApprovalSigner.Open(KeyPath);

        act.Should().Throw<StoreFileException>().WithMessage($"{KeyPath}: The file is no signing key*");
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        KeyFileApprovalSigner.Open(KeyPath).Dispose();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        FluentActions.Invoking(() => KeyFileApprovalSigner.Open(KeyPath)).Should().Throw<StoreFileException>().WithMessage("*chmod 600*");
    }
}
