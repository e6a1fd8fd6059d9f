using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RabbitMQ.Client;

namespace Gms.Platform;

/// <summary>
/// What may be told of a message that a handler gave up on. Neither what the event says nor the failure's text: both may tell of a person.
/// </summary>
/// <param name="EventId">Null for a message that is no event of ours.</param>
/// <param name="Name">The event's wire name; empty when it has none.</param>
/// <param name="FailedAt">When the handler gave up; null when the message does not say.</param>
/// <param name="Failure">The failure's type.</param>
/// <param name="Where">Type and method of our own code that threw it; empty when none did.</param>
public sealed partial record GivenUp(Guid? EventId, string Name, DateTimeOffset? FailedAt, string Failure, string Where)
{
    const string Fault = "MT-Fault-", Reason = "MT-Reason", ReturnCount = "x-delivery-count";

    internal static GivenUp Of(BasicGetResult message) => new(
        Guid.TryParse(message.BasicProperties.MessageId, out var id) ? id : null,
        Text(message, Wire.NameHeader),
        DateTimeOffset.TryParse(Text(message, Fault + "Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        Text(message, Fault + "ExceptionType"),
        OurOwn().Match(Text(message, Fault + "StackTrace")).Groups[1].Value);

    /// <summary>How often it was taken from the queue and came back.</summary>
    internal static long Returns(BasicGetResult message) =>
        message.BasicProperties.Headers?.TryGetValue(ReturnCount, out var count) is true && count is not null and not byte[] ? Convert.ToInt64(count, CultureInfo.InvariantCulture) : 0;

    /// <summary>Its properties as they were before the handler failed.</summary>
    internal static BasicProperties WithoutFault(BasicGetResult message) =>
        Without(message, header => header == ReturnCount || header == Reason || header.StartsWith(Fault, StringComparison.Ordinal));

    /// <summary>Its properties as they were before anybody looked.</summary>
    internal static BasicProperties Unreturned(BasicGetResult message) => Without(message, header => header == ReturnCount);

    static BasicProperties Without(BasicGetResult message, Predicate<string> gone)
    {
        var properties = new BasicProperties(message.BasicProperties);
        properties.Headers = properties.Headers?.Where(h => !gone(h.Key)).ToDictionary();
        return properties;
    }

    static string Text(BasicGetResult message, string header) =>
        message.BasicProperties.Headers?.TryGetValue(header, out var value) is true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "";

    [GeneratedRegex(@"^\s*at (Gms\.[\w.+<>`\[\],]+)\(", RegexOptions.Multiline)]
    private static partial Regex OurOwn();
}
