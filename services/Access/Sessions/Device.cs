namespace Gms.Access.Sessions;

/// <summary>What kind of browser asks, by the few words of its User-Agent that its owner knows: enough to tell the telephone from the desk. Pure.</summary>
static class Device
{
    /// <summary>In the order in which they are looked for: each also names those after it.</summary>
    static readonly (string Word, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    static readonly (string Word, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Empty where it says nothing that is known.</summary>
    public static string Of(string userAgent) => string.Join(", ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.Where(name => name is not null));

    static string? First((string Word, string Name)[] known, string text) => known.Where(k => text.Contains(k.Word, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
