namespace Bridge.Engine.Approval;

/// <summary>Signs approvals with the installation's key.</summary>
public interface IApprovalSigner
{
    /// <summary>Signs.</summary>
    byte[] Sign(ReadOnlySpan<byte> bytes);

    /// <summary>True when the signature is of this installation.</summary>
    bool Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature);
}
