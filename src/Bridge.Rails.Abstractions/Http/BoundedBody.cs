namespace Bridge.Rails.Abstractions.Http;

/// <summary>Reads a body into memory up to a cap that counts after decompression, so that a small bomb stays small.</summary>
internal static class BoundedBody
{
    private const int ErrorBytes = 64 * 1024;
    private const int FirstBlock = 16 * 1024;

    /// <summary>Replaces the content by one that is read to its end.</summary>
    /// <exception cref="BodyTooLargeException">The body is larger than the cap.</exception>
    internal static async Task BufferAsync(HttpResponseMessage response, long cap, CancellationToken cancellationToken)
    {
        var content = response.Content;
        var told = content.Headers.ContentLength;
        if (told > cap)
        {
            throw new BodyTooLargeException(cap);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var (buffer, length) = await ReadAsync(stream, (int)(told ?? FirstBlock), cap, cancellationToken);
        Replace(response, content, length > cap ? throw new BodyTooLargeException(cap) : buffer, (int)length);
    }

    /// <summary>Reads the beginning of an error body; what cannot be read is left away, since the status has said enough.</summary>
    internal static async Task BufferErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content;
        var buffer = new byte[ErrorBytes];
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            length = 0;
        }

        Replace(response, content, buffer, length);
    }

    private static async Task<(byte[] Buffer, long Length)> ReadAsync(Stream stream, int first, long cap, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Max(first, 1)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                var probe = new byte[1];
                if (await stream.ReadAsync(probe, cancellationToken) == 0)
                {
                    return (buffer, length);
                }

                if (length >= cap)
                {
                    return (buffer, cap + 1);
                }

                Array.Resize(ref buffer, (int)Math.Min(Math.Max(length * 2L, FirstBlock), cap + 1));
                buffer[length++] = probe[0];
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return (buffer, length);
            }

            length += read;
        }
    }

    private static void Replace(HttpResponseMessage response, HttpContent old, byte[] buffer, int length)
    {
        var whole = new BufferedContent(buffer, length);
        foreach (var (name, values) in old.Headers.NonValidated)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                whole.Headers.TryAddWithoutValidation(name, values);
            }
        }

        response.Content = whole;
        old.Dispose();
    }
}
