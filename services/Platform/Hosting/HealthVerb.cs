using System.Net;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Gms.Platform;

/// <summary>The verb `health`: asks the service that runs on this machine or in this container whether it is ready. For probes that run a command, which need no further program then.</summary>
static class HealthVerb
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>0 when it is ready, 1 when it is not or does not answer.</summary>
    public static async Task<int> Run(Settings settings, TextWriter says)
    {
        settings.ThrowIfFaulty();
        using var handler = new SocketsHttpHandler();
        if (settings.CertificateFile is { } file)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => IsOwn(file, presented);
        using var channel = GrpcChannel.ForAddress(Here(settings.Grpc), new() { HttpHandler = handler });
        try
        {
            var answer = await new Health.HealthClient(channel).CheckAsync(new(), deadline: DateTime.UtcNow + Deadline);
            if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                return 0;
            await says.WriteLineAsync($"Not ready: {answer.Status}");
        }
        catch (RpcException failure)
        {
            await says.WriteLineAsync($"Not ready: {failure.StatusCode}");
        }
        return 1;
    }

    /// <summary>A service that listens everywhere is asked by loopback.</summary>
    internal static Uri Here(Uri address) => IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri
        : address;

    /// <summary>Asked by loopback it is right whatever names are on it, when it is the very certificate that the service was given.</summary>
    static bool IsOwn(string file, X509Certificate? presented)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(file);
        return presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(own.RawData);
    }
}
