using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bridge.Rails.Abstractions.Tests.Http;

/// <summary>A raw socket on loopback that answers request number n, over all connections, as told, byte by byte.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<int, byte[]?> answer;
    private readonly Task accepting;
    private int requests;

    /// <param name="answer">Bytes to send for request n, from 1; null closes the connection without a byte.</param>
    internal LoopbackServer(Func<int, byte[]?> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    internal List<string> Heads { get; } = [];

    internal static byte[] Http(int status, string body, params string[] headers) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                while (await ReadRequestAsync(client.GetStream()) is { } head)
                {
                    int number;
                    lock (Heads)
                    {
                        Heads.Add(head);
                        number = ++requests;
                    }

                    if (answer(number) is not { } bytes)
                    {
                        return;
                    }

                    await client.GetStream().WriteAsync(bytes, stop.Token);
                    if (Encoding.Latin1.GetString(bytes).Contains("X-Cut: yes", StringComparison.Ordinal))
                    {
                        return;
                    }
                }
            }
            catch (Exception end) when (end is OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            var head = text.ToString();
            var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var told = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                var length = told is null ? 0 : int.Parse(told[15..].Trim(), System.Globalization.CultureInfo.InvariantCulture);
                if (head.Length - end - 4 >= length)
                {
                    return head;
                }
            }
        }
    }
}
