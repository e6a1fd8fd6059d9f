using System.Reflection;
using Gms.Local.Demo;
using Gms.Type.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gms.Local.Verbs;

/// <summary><c>call METHOD [JSON]</c>: makes one call as an account and prints the answer as JSON; a refusal is printed with its problems, one to a line.</summary>
public static class CallByHand
{
    /// <param name="Method">The call: <c>Journeys/GetJourney</c>, or with its package.</param>
    /// <param name="Json">The request in the JSON form of its proto; empty for a request that says nothing.</param>
    /// <param name="Account">Who calls; null to call without sign-in.</param>
    /// <param name="Purpose">Why; null for the first of the purposes that the call declares.</param>
    /// <param name="Service">Which service is asked, where more than one has the call; null elsewhere.</param>
    /// <param name="At">What the registry is to take for now (ISO 8601), in Development; null for the real time.</param>
    public sealed record Asked(string Method, string? Json, string? Account, string? Purpose, string? Service, string? At = null);

    static readonly IReadOnlyList<FileDescriptor> Files =
    [
        .. typeof(CallAccess).Assembly.GetTypes().Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<FileDescriptor>(),
    ];

    public static async Task<int> Run(LocalSystem system, Asked asked, TextWriter answers, TextWriter remarks, CancellationToken cancel)
    {
        var method = Find(asked.Method);
        var service = ServiceOf(system, method, asked.Service);
        if (!await service.IsHealthy(cancel))
            throw new CannotGoOnException("The registry is not running. Start it first: ./registry up --detach");
        var access = method.GetOptions()?.GetExtension(AccessExtensions.Access) ?? new CallAccess();
        var request = Read(method, asked.Json);
        if (access.Changes && method.InputType.FindFieldByName("request_id") is { } id && (string)id.Accessor.GetValue(request) == "")
        {
            id.Accessor.SetValue(request, Guid.NewGuid().ToString());
            await remarks.WriteLineAsync($"request_id {id.Accessor.GetValue(request)}: send the same one to repeat this call.");
        }

        using var accounts = new Accounts(system);
        using var channel = GrpcChannel.ForAddress(service.Grpc!);
        var headers = new Metadata { { "gms-purpose", asked.Purpose ?? Kebab(access.Purposes.FirstOrDefault()) } };
        if (asked.Account is { } account)
            headers.Add("authorization", "Bearer " + await accounts.Token(account));
        if (asked.At is { } at)
            headers.Add("gms-test-clock", at);
        try
        {
            using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(Callable(method), null, new(headers, cancellationToken: cancel), request);
            var format = new JsonFormatter(JsonFormatter.Settings.Default.WithIndentation().WithFormatDefaultValues(true).WithTypeRegistry(TypeRegistry.FromFiles(Files)));
            while (await call.ResponseStream.MoveNext(cancel))
                await answers.WriteLineAsync(format.Format(call.ResponseStream.Current));
            return 0;
        }
        catch (RpcException refused)
        {
            await Tell(refused, remarks);
            return 1;
        }
    }

    static MethodDescriptor Find(string wanted)
    {
        var all = Files.SelectMany(f => f.Services).SelectMany(s => s.Methods).ToList();
        var named = all.Where(m => Name(m) == wanted || Name(m).EndsWith("." + wanted, StringComparison.Ordinal)).ToList();
        var like = all.Where(m => Name(m).Contains(wanted.Split('/', '.')[^1], StringComparison.OrdinalIgnoreCase)).Select(Name).Take(8).ToList();
        var method = named switch
        {
            [var one] => one,
            [] => throw new CannotGoOnException($"There is no call {wanted}. {(like.Count > 0 ? $"Did you mean {string.Join(" or ", like)}?" : "All calls stand in docs/calls.md.")}"),
            _ => throw new CannotGoOnException($"There is more than one: {string.Join(", ", named.Select(Name))}."),
        };
        return method.IsClientStreaming ? throw new CannotGoOnException($"{Name(method)} takes a stream of requests, which cannot be made by hand here.") : method;
    }

    static string Name(MethodDescriptor method) => $"{method.Service.FullName}/{method.Name}";

    static ServiceProcess ServiceOf(LocalSystem system, MethodDescriptor method, string? wanted)
    {
        var name = wanted ?? method.File.Package.Split('.')[1].Replace("_", "", StringComparison.Ordinal);
        return system.Services.FirstOrDefault(s => s.Service.HasGrpc && s.Service.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CannotGoOnException($"Say which service is to be asked with --service: {string.Join(", ", system.Services.Where(s => s.Service.HasGrpc).Select(s => s.Service.Name))}.");
    }

    static IMessage Read(MethodDescriptor method, string? json)
    {
        try
        {
            return new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(Files))).Parse(json ?? "{}", method.InputType);
        }
        catch (Exception problem) when (problem is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new CannotGoOnException($"The request is no {method.InputType.FullName}: {problem.Message.TrimEnd('.')}. Its fields:\n{string.Join('\n', Shape(method.InputType, "  "))}");
        }
    }

    /// <summary>Each field of a message with what is written into it, those of its own messages below it.</summary>
    static IEnumerable<string> Shape(MessageDescriptor message, string indent, int depth = 3) => message.Fields.InDeclarationOrder().SelectMany(field =>
    {
        var below = field is { FieldType: FieldType.Message, IsMap: false } && depth > 1 && Example(field.MessageType) is null ? Shape(field.MessageType, indent + "  ", depth - 1) : [];
        return below.Prepend($"{indent}{field.Name}: {(field.IsRepeated ? "a list, each " : "")}{Written(field)}");
    });

    static string Written(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Enum => string.Join(" | ", field.EnumType.Values.Where(v => v.Number != 0).Select(v => v.Name)),
        FieldType.Message => Example(field.MessageType) ?? "an object",
        FieldType.String => "text",
        FieldType.Bytes => "base64",
        FieldType.Bool => "true or false",
        _ => "a number",
    };

    /// <summary>How the small messages that stand in many requests are written; null for any other.</summary>
    static string? Example(MessageDescriptor message) => message.FullName switch
    {
        "gms.type.v1.Date" => """{"year": 2026, "month": 11, "day": 26}""",
        "gms.type.v1.PartialDate" => """{"year": 1998, "month": 5, "day": 0}, 0 for what is not known""",
        "gms.type.v1.Money" => """{"minor": 1500000, "currency": "THB"}, in minor units: 15,000.00 baht""",
        "google.protobuf.Timestamp" => "\"2026-11-26T08:30:00Z\"",
        _ => null,
    };

    /// <summary>On the wire an answer is a stream of one.</summary>
    static Method<IMessage, IMessage> Callable(MethodDescriptor method) => new(MethodType.ServerStreaming, method.Service.FullName, method.Name,
        Marshallers.Create<IMessage>(request => request.ToByteArray(), _ => throw new NotSupportedException()),
        Marshallers.Create<IMessage>(_ => throw new NotSupportedException(), bytes => method.OutputType.Parser.ParseFrom(bytes)));

    static async Task Tell(RpcException refused, TextWriter remarks)
    {
        await remarks.WriteLineAsync($"{refused.StatusCode}: {refused.Status.Detail}");
        if (refused.Trailers.GetValueBytes("grpc-status-details-bin") is { } details)
            foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(details).Details)
                if (detail.TryUnpack<Problems>(out var problems))
                    foreach (var problem in problems.Problems_)
                        await remarks.WriteLineAsync($"  {problem.Code}{(problem.Field.Length > 0 ? $" ({problem.Field})" : "")}: {problem.Message} {problem.Remedy}".TrimEnd());
        if (refused.Trailers.GetValue("gms-correlation-id") is { } correlation)
            await remarks.WriteLineAsync($"  correlation {correlation}");
    }

    static string Kebab(Purpose purpose) => string.Concat(purpose.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
