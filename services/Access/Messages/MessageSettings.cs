using System.Globalization;
using Gms.Platform;
using Microsoft.Extensions.Configuration;

namespace Gms.Access.Messages;

/// <summary>By what messages leave, read and checked once at start. Without any nothing leaves: workers then sign in with codes on paper.</summary>
sealed record MessageSettings(SmtpSettings? Smtp, SmsSettings? Sms, string? Folder)
{
    public static MessageSettings Read(IConfiguration values, bool development)
    {
        var faults = new List<string>();
        var settings = new MessageSettings(ReadSmtp(values.GetSection("Messages:Smtp"), faults), ReadSms(values.GetSection("Messages:Sms"), faults), values["Messages:Folder"] is { Length: > 0 } folder ? folder : null);
        if (settings.Folder is not null && !development)
            faults.Add("Messages__Folder is accepted only with DOTNET_ENVIRONMENT=Development: it writes messages down instead of sending them.");
        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    static SmtpSettings? ReadSmtp(IConfigurationSection values, List<string> faults)
    {
        if (values["Host"] is not { Length: > 0 } host)
            return null;
        var port = Number(values["Port"], 587);
        var tls = values["Tls"] is { Length: > 0 } given ? given : IsLoopback(host) ? "none" : "starttls";
        if (port is null)
            faults.Add("Messages__Smtp__Port is no port: put a number from 1 to 65535 there.");
        if (tls is not ("none" or "starttls" or "implicit"))
            faults.Add("Messages__Smtp__Tls is none of starttls, implicit, none.");
        if (tls == "none" && !IsLoopback(host))
            faults.Add("Messages__Smtp__Tls is none: outside loopback messages leave over TLS only; put starttls or implicit there.");
        if (values["From"] is not { Length: > 0 })
            faults.Add("Messages__Smtp__From is not set: put the address that messages come from there.");
        return new(host, port ?? 0, tls, values["From"] ?? "", values["User"], SecretFile(values, "Messages__Smtp__PasswordFile", "PasswordFile", faults));
    }

    static SmsSettings? ReadSms(IConfigurationSection values, List<string> faults)
    {
        if (values["Url"] is not { Length: > 0 } url)
            return null;
        if (!Uri.TryCreate(url.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)))
            faults.Add("Messages__Sms__Url is not an https address (http on loopback only).");    // not repeated: it may hold a key
        var method = values["Method"] is { Length: > 0 } given ? given.ToUpperInvariant() : "POST";
        if (method is not ("GET" or "POST" or "PUT"))
            faults.Add("Messages__Sms__Method is none of GET, POST, PUT.");
        return new(url, method, values["Body"] ?? "", values["ContentType"] is { Length: > 0 } type ? type : "application/json",
            values.GetSection("Headers").GetChildren().ToDictionary(h => h.Key, h => h.Value ?? ""), SecretFile(values, "Messages__Sms__SecretFile", "SecretFile", faults));
    }

    static string? SecretFile(IConfigurationSection values, string shown, string name, List<string> faults)
    {
        if (values[name] is not { Length: > 0 } file)
            return null;
        if (!File.Exists(file))
            faults.Add($"{shown} names a file that is not there: {file}");
        return file;
    }

    static int? Number(string? text, int usual) => string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65535 ? number : null;

    static bool IsLoopback(string host) => host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}

/// <summary>A mail server that takes our messages.</summary>
sealed record SmtpSettings(string Host, int Port, string Tls, string From, string? User, string? PasswordFile);

/// <summary>
/// A gateway for text messages, whichever it is: address, body and headers are templates in which {to}, {text}, {id}, {language} and {secret} stand for
/// values, encoded as their place wants it.
/// </summary>
sealed record SmsSettings(string Url, string Method, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers, string? SecretFile);
