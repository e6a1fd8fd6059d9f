using Gms.Access.Reminders;
using Gms.Access.SignInCodes;
using Gms.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Access.Messages;

/// <summary>The one way out for messages, with a sender for each kind of address that the settings know.</summary>
static class MessageServices
{
    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddScoped<WorkerCodes>().AddScoped<NewReminders>();
        services.AddSingleton(p => MessageSettings.Read(p.GetRequiredService<IConfiguration>(), settings.Development));
        services.AddSingleton<IReadOnlyList<ISender>>(p => Senders(p.GetRequiredService<MessageSettings>()));
        services.AddSingleton<WorkerPost>().AddSingleton(QuietHours.Load());
        services.AddHostedService<MessageRelay>().AddHostedService<ReminderRelay>().AddHostedService<CodeTidying>();
    }

    static List<ISender> Senders(MessageSettings settings)
    {
        var senders = new List<ISender>();
        if (settings.Sms is { } sms)
            senders.Add(new SmsGateway(sms));
        if (settings.Smtp is { } smtp)
            senders.Add(new SmtpSender(smtp));
        if (settings.Folder is { } folder)
            senders.AddRange(Enum.GetValues<AddressKind>().Where(kind => senders.TrueForAll(s => s.Reaches != kind)).Select(kind => new FolderSender(folder, kind)).ToList());
        return senders;
    }
}
