using System.Buffers.Binary;
using System.Security.Cryptography;
using Bridge.Engine.Execution;
using Bridge.Storage.Local;
using Microsoft.Win32.SafeHandles;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>
/// A small file beside the database that says how far the journal had come. SQLite takes a damaged or cut write-ahead log for
/// one that a power cut left, and silently goes back to the commits before; this mark tells. It is written after each commit
/// without a sync, so it survives the death of the process, and is at worst too old after a power cut, never too new.
/// </summary>
internal sealed class HeadMark : IDisposable
{
    private const int Size = 48;
    private readonly SafeFileHandle handle;

    private HeadMark(SafeFileHandle handle) => this.handle = handle;

    public static string PathOf(string database) => database + ".head";

    /// <summary>The mark of a database; null when there is none, or a torn one.</summary>
    public static (long Sequence, string Hash)? Read(string database)
    {
        Span<byte> bytes = stackalloc byte[Size + 1];
        try
        {
            using var file = File.OpenHandle(PathOf(database), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (RandomAccess.Read(file, bytes, 0) != Size)
            {
                return null;
            }
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(PathOf(database), fault.Problem, fault.Remedy, error);
        }

        return SHA256.HashData(bytes[..40]).AsSpan(0, 8).SequenceEqual(bytes[40..Size])
            ? (BinaryPrimitives.ReadInt64LittleEndian(bytes), Convert.ToHexStringLower(bytes[8..40]))
            : null;
    }

    /// <summary>Opens the mark for writing.</summary>
    public static HeadMark Open(string database)
    {
        try
        {
            return new(File.OpenHandle(PathOf(database), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite));
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(PathOf(database), fault.Problem, fault.Remedy, error);
        }
    }

    /// <summary>Notes the last committed record.</summary>
    public void Write(long sequence, string hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, sequence);
        Convert.FromHexString(hash, bytes[8..40], out _, out _);
        SHA256.HashData(bytes[..40]).AsSpan(0, 8).CopyTo(bytes[40..]);
        RandomAccess.Write(handle, bytes, 0);
    }

    /// <inheritdoc />
    public void Dispose() => handle.Dispose();
}
