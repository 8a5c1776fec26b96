namespace Bridge.Engine.Tests.Reporting;

/// <summary>Counts what is written to it and keeps nothing.</summary>
internal sealed class CountingStream : MemoryStream
{
    public int Writes { get; private set; }

    public int LargestWrite { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => Count(count);

    public override void Write(ReadOnlySpan<byte> buffer) => Count(buffer.Length);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        return ValueTask.CompletedTask;
    }

    private void Count(int count)
    {
        Writes++;
        LargestWrite = Math.Max(LargestWrite, count);
    }
}
