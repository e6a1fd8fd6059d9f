using System.Security.Cryptography.X509Certificates;

namespace Gms.Portal;

/// <summary>The verb `health`: asks the Portal that runs in this container whether it answers, for probes that run a command.</summary>
static class HealthVerb
{
    const string Certificate = "Kestrel__Certificates__Default__Path";

    /// <summary>0 when it answers, 1 when it does not.</summary>
    public static async Task<int> Run()
    {
        var served = new Uri(Environment.GetEnvironmentVariable("Web__Address") ?? throw new InvalidOperationException("Web__Address is not set: put the address to serve pages on there."));
        using var handler = new SocketsHttpHandler();
        if (Environment.GetEnvironmentVariable(Certificate) is { Length: > 0 } file)
        {
            // Asked by loopback, where no certificate's name fits: it is right when it is the very one that was given.
            using var own = X509CertificateLoader.LoadCertificateFromFile(file);
            var expected = own.RawData;
            handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(expected);
        }

        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(new UriBuilder(served) { Host = "127.0.0.1", Path = "/health" }.Uri);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"Not ready: {failure.GetType().Name}");
            return 1;
        }
    }
}
