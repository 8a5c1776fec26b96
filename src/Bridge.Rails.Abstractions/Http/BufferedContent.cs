namespace Bridge.Rails.Abstractions.Http;

/// <summary>A body that was read to its end, without a further copy.</summary>
internal sealed class BufferedContent(byte[] buffer, int length) : ByteArrayContent(buffer, 0, length)
{
    internal ReadOnlyMemory<byte> Bytes { get; } = buffer.AsMemory(0, length);
}
