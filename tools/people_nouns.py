#!/usr/bin/env python3
"""Makes data/actors/nouns.txt and data/actors/given-names.txt; offline work, needed by no build, run or test.

usage: tools/people_nouns.py WORDNET NAMES     run in the repository root
  WORDNET  /usr/share/wordnet of the Debian package wordnet-base (WordNet licence)
  NAMES    unpacked package names 0.3.0 of PyPI (census of the United States of 1990, public domain)
"""
import glob, re, sys, unicodedata
d = sys.argv[1].rstrip('/') + '/'
off={};case={}
for l in open(d+'data.noun',errors='replace'):
    if l[0]==' ': continue
    f=l.split()
    off[f[0]]=int(f[1]); n=int(f[3],16)
    for i in range(n):
        w=f[4+2*i]
        if w==w.lower(): case[w]=True
person=set()
drop=set('''one no-one head star lot number member majority minority object figure ass subject character form model match draw case crack standard cross
double second third first primary original native past present future cut favourite favorite pick snob nothing zero cipher cypher hand second-hand
i being self somebody someone anybody anyone everybody everyone nobody other thing stuff baggage bag block bomb bear beast bird bat card chicken cow dog dragon fish
fox monkey pig rat snake toad worm lion tiger wolf goat donkey mule lemon peach plum prune nut egg doll toy ball brick stick tool dish dame
counter plant post scratch dummy drip jerk square prick cracker grind plug lead face name mark shot item type kind sort piece sign
speaker monitor conductor receiver recorder printer bomber fighter trader scanner poster scope maker carrier tanker starter cooler server runner filler
spectrum wave sample exhibit article paper issue record return press release case comment
bull ace king queen knight bishop pawn jack joker rook general major minor major minor
best better worst least most more less
passive active positive negative natural regular casual
attendant complement supplement
operator pointer sender
peer variable match second sweep drag dip
dish crumb clown turkey goose fool
bore charge care cook cut'''.split())
keep=set('king queen general attendant fool clown cook speaker knight bishop conductor native second'.split())-{'second'}
drop-=keep
for l in open(d+'index.noun'):
    if l[0]==' ': continue
    f=l.split(); lem=f[0]; n=int(f[2]); p=int(f[3]); tagc=int(f[4+p+1]); offs=[off[o] for o in f[-n:]]
    if not re.fullmatch(r'[a-z]{3,}',lem) or lem not in case or lem in drop: continue
    if offs[0]==18 and (tagc>0 or all(o==18 for o in offs)): person.add(lem)
extra='guy guys mom mum dad daddy mommy mummy grandma grandpa kid boyfriend girlfriend ex-wife ex-husband stepmother stepfather fiancee coworker co-worker freshman sophomore plaintiff defendant respondent appellant petitioner borrower lender co-founder cofounder lawmaker gunman gunmen politician youngster teenager toddler infant newborn baby girl boy man woman lady gentleman fellow dude person human people player gamer youtuber vlogger blogger librarian researcher scientist patient participant volunteer reader viewer listener user customer client tenant landlord neighbour neighbor citizen resident'.split()
person|=set(w for w in extra if re.fullmatch('[a-z-]+',w))
groups='audience authorities band bourgeoisie clergy clientele clique congregation couple crew crowd duo elite enemy ensemble family folk folks gang gathering generation gentry household jury laity masses mob newlyweds nobility pair people personnel populace population posse proletariat public rabble squad staff team trio troop troupe viewership workforce youth electorate leadership diaspora tribe clan dynasty'.split()
bodies='academy agency association bank bureau business charity choir church club coalition college commission committee company conglomerate congress consortium corporation council court department division enterprise establishment federation firm foundation government guild institute institution league legislature manufacturer ministry newspaper network orchestra organisation organization panel parish parliament partnership party publisher regime retailer school senate society startup subcommittee subsidiary syndicate tribunal union university utility brewery airline broadcaster studio label startup nonprofit cooperative monarchy army navy police jury hospital library museum factory shop store restaurant hotel garage brand team chain start-up outfit cartel militia faculty'.split()
male='boy boyfriend brother businessman chairman congressman cowboy dad daddy duke father fellow fisherman fireman gentleman grandfather grandpa grandson groom guy gunman heir husband king lad lord male man monk nephew papa patriarch policeman postman priest prince salesman schoolboy sir son spokesman stepfather stepson sultan emperor uncle widower bishop pope cardinal emir sheikh mullah ayatollah imam baron count knight boyfriend stepbrother godfather pa pop fiance bachelor statesman nobleman horseman cameraman councilman assemblyman anchorman chairman alderman ombudsman clergyman dude bloke chap actor waiter'.split()
female='actress aunt auntie bride businesswoman chairwoman congresswoman countess daughter duchess empress female fiancee girl girlfriend goddess grandma grandmother granddaughter heroine heiress housewife lady maid mama matriarch mistress mom mommy mother mum mummy niece nun policewoman princess queen saleswoman schoolgirl sister spokeswoman stepmother stepdaughter wife widow witch woman waitress hostess midwife ballerina baroness councilwoman girlfriend stepsister godmother ma grandmum lass bridesmaid'.split()
rows={}
for w in person: rows[w]=['person','-']
for w in groups: rows[w]=['group','-']
for w in bodies: rows[w]=['body','-']
for w in male: rows.setdefault(w,['person','-']); rows[w]=['person','m']
for w in female: rows[w]=['person','f']
with open('data/actors/nouns.txt','w') as f:
    f.write('# Common nouns for people and bodies, by dictionary form: what makes a noun phrase a mention for coreference. Provenance: nouns whose first sense is a person in WordNet 3.0 (Princeton University, WordNet licence; Debian package wordnet-base), made by tools/people_nouns.py; groups, bodies and gender from general knowledge.\n# noun | kind (person, group, body) | gender (m, f or -)\n')
    for w in sorted(rows): f.write('%s | %s | %s\n'%(w,*rows[w]))
fem='''olga natalia natalya svetlana irina tatiana tatyana yulia yuliya oksana larysa iryna kateryna anastasia galina lyudmila nadezhda ekaterina yelena elena valentina vera lyubov zhanna maia maryam fatima aisha ayesha khadija zainab zeinab amina leila layla nadia samira hanan hanaa rania yasmin yasmine noor nour mona huda salma farah shirin shireen nasrin narges masih mahsa malala benazir hina sherry maryam nirmala sushma mamata jayalalithaa sonia indira pratibha droupadi priyanka smriti mehbooba khaleda hasina sheikha chandrika sirimavo aung yingluck megawati corazon imelda leni tsai-ing keiko yuriko sanae ursula angela annegret annalena franziska saskia sahra alice marine segolene ségolène anne rachida christine valerie valérie elisabeth najat giorgia federica emma laura paola ines pilar soraya yolanda irene isabel cristina dilma michelle violeta mireya laura xiomara keiko dina claudia epsy mia kamla portia ellen joyce samia sahle-work catherine graca graça winnie nkosazana helen helle mette margrethe inger sanna tarja pia vigdis johanna jóhanna katrin katrín erna gro magdalena annie ebba viktoriia dalia dalia ingrida kaja kersti ewa beata hanna jadwiga zuzana iveta vjosa atifete kolinda jadranka ana tanja alenka biljana natasa nataša mirjana sevgul tansu meral hatice emine carrie regina jiang wu wan sirikit ri hyon yo-jong soon geun-hye'''.split()
masc='''vladimir volodymyr sergei sergey serhiy oleksandr alexander aleksandr aleksei alexei oleksiy dmitry dmytro dmitri mikhail mykhailo mykola nikolai viktor viktor petro yuri yuriy andrei andriy boris yevgeny valery valeriy vitaly vitali igor ihor oleg oleh ramzan anatoly konstantin leonid kirill vyacheslav gennady ruslan rinat arseniy pavlo roman maxim maksym denys ilham nikol serzh mikheil mikhail bidzina zviad nursultan kassym-jomart islam shavkat emomali gurbanguly serdar kurmanbek sadyr recep ahmet ahmed mohamed mohammed mohammad muhammad muhammed mahmoud mahmud mustafa hassan hasan hussein hussain ali omar umar khalid khaled ibrahim ismail yasser yasir saddam bashar hafez rafik rafiq saad najib nabih michel samir walid hosni anwar gamal abdel abdul abdullah abdallah salman fahd faisal turki bandar nayef mishaal tamim hamad jassim muammar moammar saif habib zine moncef beji rached kais abdelaziz abdelmadjid houari liamine hamid hamed ashraf burhanuddin gulbuddin zalmay mullah osama ayman pervez nawaz shehbaz shahbaz imran asif zulfikar yousaf bilawal narendra manmohan rajiv atal lal rahul amit rajnath arvind yogi subrahmanyam pranab mahinda gotabaya ranil maithripala ranasinghe velupillai ziaur mujibur khin than min thein hun norodom thaksin prayuth abhisit srettha mahathir najib anwar lee goh ferdinand rodrigo benigno joko suharto sukarno bambang prabowo shinzo yoshihide fumio junichiro taro yasuhiro kim moon yoon roh park deng hu jiang xi wen zhu zhao wang mao li chiang ma chen lai jacques francois françois nicolas emmanuel lionel alain dominique edouard édouard jean gerhard helmut olaf friedrich frank-walter joschka wolfgang heiko sigmar horst joachim silvio romano matteo giuseppe mario giorgio sergio massimo beppe pedro mariano jose josé felipe santiago pablo carles artur antonio anibal aníbal marcelo mariano kyriakos alexis andreas kostas costas george yanis nikos rauf slobodan franjo alija radovan ratko vojislav zoran boris ivica aleksandar milorad hashim ramush milo janez borut viktor ferenc gyula lech donald jaroslaw jarosław andrzej mateusz radoslaw radosław aleksander bronislaw bronisław vaclav václav milos miloš andrej robert vladimir ion traian klaus nicolae boyko rumen simeon edi sali fidel raul raúl miguel hugo nicolas nicolás juan diosdado evo luis carlos alvaro álvaro gustavo ivan iván alberto alan ollanta pedro alejandro rafael lenin guillermo daniel sebastian sebastián ricardo augusto salvador nestor néstor mauricio javier fernando luiz jair michel lula vicente enrique felipe andres andrés porfirio otto jimmy alfonso nayib mauricio joaquin joaquín manuel laurentino jean-bertrand jovenel michel nelson thabo jacob cyril frederik pieter robert emmerson morgan joshua kenneth levy hakainde edgar julius jakaya john benjamin mwai uhuru raila william daniel yoweri milton idi paul pierre juvenal juvénal laurent joseph felix félix denis jonas eduardo joao joão samora joaquim armando filipe olusegun goodluck muhammadu umaru sani bola jerry kofi john nana laurent alassane felix félix henri blaise thomas abdoulaye macky leopold léopold moussa amadou ibrahim idriss hissene hissène francois françois omar jaafar hassan abiy meles hailemariam mengistu isaias ismail siad sharif hassan mohamed benjamin binyamin yitzhak yitzchak ariel ehud shimon moshe naftali yair benny avigdor gideon menachem yasser mahmoud ismail khaled yahya ahmad abdulaziz'''.split()
given={}
def rd(p):
    r={}
    for l in open(p):
        f=l.split()
        if len(f)>=2: r[f[0].lower()]=float(f[1])
    return r
m=rd(glob.glob(sys.argv[2] + '/**/dist.male.first',recursive=True)[0]); fe=rd(glob.glob(sys.argv[2] + '/**/dist.female.first',recursive=True)[0])
for w in set(m)|set(fe):
    a,b=m.get(w,0),fe.get(w,0)
    if a>=5*b: given[w]='m'
    elif b>=5*a: given[w]='f'
conf=set(fem)&set(masc)
fold=lambda s: ''.join(c for c in unicodedata.normalize('NFD',s) if not unicodedata.combining(c)).replace('-',' ')
for w in masc:
    if w not in conf: given[fold(w)]='m'
for w in fem:
    if w not in conf: given[fold(w)]='f'
for w in 'lee kim park moon roh yoon deng hu jiang xi wen zhu zhao wang mao li chiang ma chen lai wu wan jan jean andrea nicola goh hun than khin min ri noor nour aung michel laurence'.split(): given.pop(w,None)
with open('data/actors/given-names.txt','w') as f:
    f.write('# Given names that tell the gender of their bearers, in lower case without accents. Provenance: the 1990 census of the United States (public domain; package names 0.3.0 of PyPI), names at least five times as frequent with one gender; names of other countries from general knowledge.\n# given name | gender (m or f)\n')
    for w in sorted(given):
        if ' ' not in w: f.write('%s | %s\n'%(w,given[w]))
print(len(rows),len(given))
